<html xmlns="http://www.w3.org/1999/xhtml" lang="ru">
<head>
<title><#if invoice.isCreditNote>Кредит-нота<#else>Счёт</#if> № ${invoice.number} от ${invoice.issuedOn}</title>
<meta name="author" content="${payee.name}"/>
<meta name="subject" content="Услуги связи по договору ${payer.contract}"/>
<meta name="description" content="Услуги связи по договору ${payer.contract}"/>
<style>
@page { size: A4; margin: 16mm 14mm 18mm 18mm;
  @bottom-right { content: "стр. " counter(page) " из " counter(pages); font-family: 'PT Sans'; font-size: 8pt; color: #555 } }
body { font-family: 'PT Sans'; font-size: 9.5pt; line-height: 1.35; color: #111; word-wrap: break-word }
h1 { font-size: 15pt; margin: 6mm 0 1mm }
p { margin: 0 0 1.5mm }
table { width: 100%; border-collapse: collapse }
td, th { vertical-align: top; text-align: left; padding: 1.2mm 1.5mm }
.bank td { border: 0.3mm solid #555 }
.label { color: #555; font-size: 8pt }
.lines { -fs-table-paginate: paginate; margin: 4mm 0 2mm; table-layout: fixed }
.lines th { border-bottom: 0.4mm solid #111; font-size: 8pt; vertical-align: bottom }
.lines td { border-bottom: 0.15mm solid #bbb }
.lines tr { page-break-inside: avoid }
.num { text-align: right; white-space: nowrap }
.why { color: #555; font-size: 7.5pt; line-height: 1.25 }
.sums { width: 90mm; margin-left: auto }
.sums td { padding: 0.5mm 1.5mm }
.total td { font-weight: bold; border-top: 0.4mm solid #111 }
.end { page-break-inside: avoid; margin-top: 2mm }
.end p { margin-top: 3mm }
.pay td { padding: 2mm 4mm 0 0 }
.code { width: 42mm }
.logo { max-width: 70mm; max-height: 18mm }
.void { color: #a00; font-weight: bold; font-size: 12pt }
</style>
</head>
<body>
<#if logo?has_content><p><img class="logo" src="${logo}" alt="${payee.name}"/></p></#if>
<#if payee.isKnown>
<table class="bank">
<tr><td><div class="label">Получатель</div>${payee.name}<br/>ИНН ${payee.inn}<#if payee.kpp?has_content>, КПП ${payee.kpp}</#if></td>
<td><div class="label">Расчётный счёт</div>${payee.account}</td></tr>
<tr><td><div class="label">Банк получателя</div>${payee.bankName}</td>
<td><div class="label">БИК</div>${payee.bic}<#if payee.corrAccount?has_content><div class="label">Корреспондентский счёт</div>${payee.corrAccount}</#if></td></tr>
</table>
<#if payee.address?has_content><p class="label">${payee.address}</p></#if>
</#if>
<h1><#if invoice.isCreditNote>Кредит-нота<#else>Счёт</#if> № ${invoice.number} от ${invoice.issuedOn}</h1>
<#if invoice.isCancelled><p class="void">Аннулирован</p></#if>
<p><span class="label">Абонент:</span> ${payer.name}<#if payer.inn?has_content>, ИНН ${payer.inn}</#if><#if payer.kpp?has_content>, КПП ${payer.kpp}</#if></p>
<#if payer.address?has_content><p><span class="label">Адрес:</span> ${payer.address}</p></#if>
<p><span class="label">Договор:</span> ${payer.contract}<#if invoice.isPayable> · <span class="label">Оплатить до:</span> <strong>${invoice.dueDate}</strong></#if></p>
<table class="lines">
<thead><tr><th style="width: 8mm">№</th><th>Услуга</th><th style="width: 38mm">Период</th><th class="num" style="width: 26mm">В том числе налог</th><th class="num" style="width: 28mm">Сумма</th></tr></thead>
<tbody>
<#list lines as line>
<tr><td>${line.no}</td><td>${line.title}<div class="why">${line.explanation}</div></td><td>${line.from}<#if line.isPeriod> – ${line.to}</#if></td><td class="num">${line.tax}</td><td class="num">${line.amount}</td></tr>
</#list>
</tbody>
</table>
<div class="end">
<table class="sums">
<tr><td>Без налога</td><td class="num">${invoice.net}</td></tr>
<tr><td>Налог</td><td class="num">${invoice.tax}</td></tr>
<tr class="total"><td>Итого</td><td class="num">${invoice.amount}</td></tr>
<#if invoice.isSettledInPart><tr><td>Оплачено на ${invoice.madeOn}</td><td class="num">${invoice.settled}</td></tr>
<tr class="total"><td>К оплате</td><td class="num">${invoice.toPay}</td></tr></#if>
</table>
<p>Сумма прописью: <strong>${invoice.inWords}</strong></p>
<#if invoice.isCreditNote><p>Сумма зачислена на лицевой счёт абонента.</p></#if>
<#if qr?has_content><table class="pay"><tr><td class="code"><img src="${qr}" alt="QR-код для оплаты счёта ${invoice.number}" style="width: 40mm; height: 40mm"/></td>
<td><p><strong>Оплата по QR-коду</strong></p><p>Наведите камеру в приложении банка: реквизиты и сумма ${invoice.toPay} заполнятся сами.</p></td></tr></table></#if>
</div>
</body>
</html>
