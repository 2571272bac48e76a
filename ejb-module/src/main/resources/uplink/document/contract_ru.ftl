<html xmlns="http://www.w3.org/1999/xhtml" lang="ru">
<head>
<title>Договор об оказании услуг связи № ${contract.number} от ${contract.signedOn}</title>
<meta name="author" content="${payee.name}"/>
<meta name="subject" content="Договор ${contract.number}"/>
<meta name="description" content="Договор ${contract.number}"/>
<style>
@page { size: A4; margin: 16mm 14mm 18mm 18mm;
  @bottom-right { content: "стр. " counter(page) " из " counter(pages); font-family: 'PT Sans'; font-size: 8pt; color: #555 } }
body { font-family: 'PT Sans'; font-size: 9.5pt; line-height: 1.35; color: #111; word-wrap: break-word }
h1 { font-size: 15pt; margin: 6mm 0 1mm }
h2 { font-size: 11pt; margin: 5mm 0 1.5mm; page-break-after: avoid }
p { margin: 0 0 1.5mm }
table { width: 100%; border-collapse: collapse }
td, th { vertical-align: top; text-align: left; padding: 1.2mm 1.5mm }
.label { color: #555; font-size: 8pt }
.lines { -fs-table-paginate: paginate; margin: 4mm 0 2mm; table-layout: fixed }
.lines th { border-bottom: 0.4mm solid #111; font-size: 8pt; vertical-align: bottom }
.lines td { border-bottom: 0.15mm solid #bbb }
.lines tr { page-break-inside: avoid }
.num { text-align: right; white-space: nowrap }
th.num { white-space: normal }
.why { color: #555; font-size: 7.5pt; line-height: 1.25 }
.sums { width: 90mm; margin-left: auto }
.sums td { padding: 0.5mm 1.5mm }
.total td { font-weight: bold; border-top: 0.4mm solid #111 }
.end { page-break-inside: avoid; margin-top: 2mm }
.end p { margin-top: 3mm }
.sides { margin-top: 6mm; table-layout: fixed; page-break-inside: avoid }
.sides td { padding: 0 6mm 0 0 }
.hand { border-bottom: 0.2mm solid #111; height: 9mm; margin: 2mm 0 0.5mm }
.logo { max-width: 70mm; max-height: 18mm }
</style>
</head>
<body>
<#if logo?has_content><p><img class="logo" src="${logo}" alt="${payee.name}"/></p></#if>
<h1>Договор об оказании услуг связи № ${contract.number} от ${contract.signedOn}</h1>
<p><#if payee.isKnown>${payee.name}<#else>__________</#if>, далее «Исполнитель», и ${payer.name}, далее «Абонент», договорились о следующем.</p>
<h2>1. Услуги</h2>
<p>Исполнитель оказывает Абоненту услуги связи<#if contract.address?has_content> по адресу: <strong>${contract.address}</strong></#if>. По состоянию на ${document.issuedOn}:</p>
<#if services?has_content><table class="lines">
<thead><tr><th style="width: 10mm">№</th><th>Услуга</th><th style="width: 30mm">С какого дня</th><th class="num" style="width: 45mm">Цена</th></tr></thead>
<tbody>
<#list services as s>
<tr><td>${s.no}</td><td>${s.title}</td><td>${s.from}</td><td class="num">${s.price} ${s.period}</td></tr>
</#list>
</tbody>
</table><#else><p>Услуги ещё не подключены.</p></#if>
<h2>2. Расчёты</h2>
<p>Расчётный период начинается ${contract.billingDay}-го числа каждого месяца; если такого дня в месяце нет, то в последний его день. Абонент оплачивает счета в срок, который в них указан.</p>
<h2>3. Срок</h2>
<p>Договор действует с ${contract.signedOn}<#if contract.closedOn?has_content> и оканчивается ${contract.closedOn}<#else> без срока; Абонент вправе расторгнуть его в любое время, оплатив оказанные услуги</#if>.</p>
<h2>4. Порядок оказания услуг</h2>
<p>Стороны исполняют Федеральный закон № 126-ФЗ «О связи» и правила оказания услуг связи. Изменение тарифа, приостановление и возобновление услуг Абонент заказывает в личном кабинете или у Исполнителя.</p>
<h2>5. Реквизиты и подписи</h2>
<p><span class="label">Телефон Абонента:</span> <#if contract.phone?has_content>${contract.phone}<#else>—</#if> · <span class="label">Почта:</span> <#if contract.email?has_content>${contract.email}<#else>—</#if></p>
<table class="sides"><tr><td><p><strong>Исполнитель</strong></p><p>${payee.name}<#if payee.inn?has_content>, ИНН ${payee.inn}</#if><#if payee.kpp?has_content>, КПП ${payee.kpp}</#if><#if payee.address?has_content>, ${payee.address}</#if></p><#if payee.account?has_content><p>р/с ${payee.account}, ${payee.bankName}, БИК ${payee.bic}<#if payee.corrAccount?has_content>, к/с ${payee.corrAccount}</#if></p></#if></td>
<td><p><strong>Абонент</strong></p><p>${payer.name}<#if payer.inn?has_content>, ИНН ${payer.inn}</#if><#if payer.kpp?has_content>, КПП ${payer.kpp}</#if><#if payer.ogrn?has_content>, ОГРН ${payer.ogrn}</#if><#if payer.address?has_content>, ${payer.address}</#if></p><#if payer.account?has_content><p>р/с ${payer.account}, ${payer.bankName}, БИК ${payer.bic}</p></#if></td></tr>
<tr><td><div class="hand"></div><p class="label">подпись, расшифровка</p><p class="label">М. П.</p></td>
<td><div class="hand"></div><p class="label">подпись, расшифровка</p><p class="label">М. П.</p></td></tr></table>
</body>
</html>
