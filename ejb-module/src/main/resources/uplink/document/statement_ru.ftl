<html xmlns="http://www.w3.org/1999/xhtml" lang="ru">
<head>
<title>Акт сверки взаимных расчётов № ${document.number} от ${document.issuedOn}</title>
<meta name="author" content="${payee.name}"/>
<meta name="subject" content="Взаимные расчёты по договору ${payer.contract}"/>
<meta name="description" content="Взаимные расчёты по договору ${payer.contract}"/>
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
<h1>Акт сверки взаимных расчётов № ${document.number} от ${document.issuedOn}</h1>
<p>за период ${statement.from} – ${statement.to}</p>
<#if payee.isKnown><p><span class="label">Исполнитель:</span> ${payee.name}<#if payee.inn?has_content>, ИНН ${payee.inn}</#if><#if payee.kpp?has_content>, КПП ${payee.kpp}</#if><#if payee.address?has_content>, ${payee.address}</#if></p></#if>
<p><span class="label">Заказчик:</span> ${payer.name}<#if payer.inn?has_content>, ИНН ${payer.inn}</#if><#if payer.kpp?has_content>, КПП ${payer.kpp}</#if><#if payer.ogrn?has_content>, ОГРН ${payer.ogrn}</#if><#if payer.address?has_content>, ${payer.address}</#if></p>
<p><span class="label">Договор:</span> ${payer.contract}</p>
<p>Мы, нижеподписавшиеся, составили настоящий акт о том, что состояние взаимных расчётов по данным учёта таково (дебет – начислено абоненту, кредит – поступило от него; графы абонента заполняет он сам):</p>
<table class="lines">
<thead><tr><th style="width: 7mm">№</th><th style="width: 17mm">День</th><th>Документ</th><th class="num" style="width: 23mm">Дебет</th><th class="num" style="width: 23mm">Кредит</th><th class="num" style="width: 17mm">Дебет абонента</th><th class="num" style="width: 17mm">Кредит абонента</th></tr></thead>
<tbody>
<tr><td></td><td></td><td>Сальдо на начало</td><td class="num">${statement.openingDebit}</td><td class="num">${statement.openingCredit}</td><td></td><td></td></tr>
<#list movements as m>
<tr><td>${m.no}</td><td>${m.on}</td><td>${m.what}</td><td class="num">${m.debit}</td><td class="num">${m.credit}</td><td></td><td></td></tr>
</#list>
<tr class="total"><td></td><td></td><td>Обороты за период</td><td class="num">${statement.debits}</td><td class="num">${statement.credits}</td><td></td><td></td></tr>
<tr class="total"><td></td><td></td><td>Сальдо на конец</td><td class="num">${statement.closingDebit}</td><td class="num">${statement.closingCredit}</td><td></td><td></td></tr>
</tbody>
</table>
<div class="end">
<p><strong><#if statement.isCustomerInDebt>На ${statement.to} задолженность в пользу ${payee.name} составляет ${statement.balance} (${statement.inWords}).<#elseif statement.isProviderInDebt>На ${statement.to} задолженность в пользу ${payer.name} составляет ${statement.balance} (${statement.inWords}).<#else>На ${statement.to} задолженности нет.</#if></strong></p>
<table class="sides"><tr><td><p><strong>Исполнитель</strong></p><p>${payee.name}<#if payee.inn?has_content>, ИНН ${payee.inn}</#if><#if payee.kpp?has_content>, КПП ${payee.kpp}</#if><#if payee.address?has_content>, ${payee.address}</#if></p><#if payee.account?has_content><p>р/с ${payee.account}, ${payee.bankName}, БИК ${payee.bic}<#if payee.corrAccount?has_content>, к/с ${payee.corrAccount}</#if></p></#if></td>
<td><p><strong>Заказчик</strong></p><p>${payer.name}<#if payer.inn?has_content>, ИНН ${payer.inn}</#if><#if payer.kpp?has_content>, КПП ${payer.kpp}</#if><#if payer.ogrn?has_content>, ОГРН ${payer.ogrn}</#if><#if payer.address?has_content>, ${payer.address}</#if></p><#if payer.account?has_content><p>р/с ${payer.account}, ${payer.bankName}, БИК ${payer.bic}</p></#if></td></tr>
<tr><td><div class="hand"></div><p class="label">подпись, расшифровка</p><p class="label">М. П.</p></td>
<td><div class="hand"></div><p class="label">подпись, расшифровка</p><p class="label">М. П.</p></td></tr></table>
</div>
</body>
</html>
