<html xmlns="http://www.w3.org/1999/xhtml" lang="en">
<head>
<title>Reconciliation statement ${document.number} of ${document.issuedOn}</title>
<meta name="author" content="${payee.name}"/>
<meta name="subject" content="Mutual settlements under contract ${payer.contract}"/>
<meta name="description" content="Mutual settlements under contract ${payer.contract}"/>
<style>
@page { size: A4; margin: 16mm 14mm 18mm 18mm;
  @bottom-right { content: "page " counter(page) " of " counter(pages); font-family: 'PT Sans'; font-size: 8pt; color: #555 } }
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
<h1>Reconciliation statement ${document.number} of ${document.issuedOn}</h1>
<p>for the period ${statement.from} – ${statement.to}</p>
<#if payee.isKnown><p><span class="label">Provider:</span> ${payee.name}<#if payee.inn?has_content>, INN ${payee.inn}</#if><#if payee.kpp?has_content>, KPP ${payee.kpp}</#if><#if payee.address?has_content>, ${payee.address}</#if></p></#if>
<p><span class="label">Customer:</span> ${payer.name}<#if payer.inn?has_content>, INN ${payer.inn}</#if><#if payer.kpp?has_content>, KPP ${payer.kpp}</#if><#if payer.ogrn?has_content>, OGRN ${payer.ogrn}</#if><#if payer.address?has_content>, ${payer.address}</#if></p>
<p><span class="label">Contract:</span> ${payer.contract}</p>
<p>We, the undersigned, have drawn up this statement of our mutual settlements as they stand in the books (debit: charged to the customer, credit: received; the customer fills in the columns of theirs):</p>
<table class="lines">
<thead><tr><th style="width: 7mm">No.</th><th style="width: 17mm">Day</th><th>Document</th><th class="num" style="width: 23mm">Debit</th><th class="num" style="width: 23mm">Credit</th><th class="num" style="width: 17mm">Customer’s debit</th><th class="num" style="width: 17mm">Customer’s credit</th></tr></thead>
<tbody>
<tr><td></td><td></td><td>Opening balance</td><td class="num">${statement.openingDebit}</td><td class="num">${statement.openingCredit}</td><td></td><td></td></tr>
<#list movements as m>
<tr><td>${m.no}</td><td>${m.on}</td><td>${m.what}</td><td class="num">${m.debit}</td><td class="num">${m.credit}</td><td></td><td></td></tr>
</#list>
<tr class="total"><td></td><td></td><td>Turnover</td><td class="num">${statement.debits}</td><td class="num">${statement.credits}</td><td></td><td></td></tr>
<tr class="total"><td></td><td></td><td>Closing balance</td><td class="num">${statement.closingDebit}</td><td class="num">${statement.closingCredit}</td><td></td><td></td></tr>
</tbody>
</table>
<div class="end">
<p><strong><#if statement.isCustomerInDebt>As of ${statement.to} ${payee.name} is owed ${statement.balance} (${statement.inWords}).<#elseif statement.isProviderInDebt>As of ${statement.to} ${payer.name} is owed ${statement.balance} (${statement.inWords}).<#else>As of ${statement.to} nobody owes anything.</#if></strong></p>
<table class="sides"><tr><td><p><strong>Provider</strong></p><p>${payee.name}<#if payee.inn?has_content>, INN ${payee.inn}</#if><#if payee.kpp?has_content>, KPP ${payee.kpp}</#if><#if payee.address?has_content>, ${payee.address}</#if></p><#if payee.account?has_content><p>account ${payee.account}, ${payee.bankName}, BIC ${payee.bic}<#if payee.corrAccount?has_content>, correspondent account ${payee.corrAccount}</#if></p></#if></td>
<td><p><strong>Customer</strong></p><p>${payer.name}<#if payer.inn?has_content>, INN ${payer.inn}</#if><#if payer.kpp?has_content>, KPP ${payer.kpp}</#if><#if payer.ogrn?has_content>, OGRN ${payer.ogrn}</#if><#if payer.address?has_content>, ${payer.address}</#if></p><#if payer.account?has_content><p>account ${payer.account}, ${payer.bankName}, BIC ${payer.bic}</p></#if></td></tr>
<tr><td><div class="hand"></div><p class="label">signature, name</p><p class="label">Seal</p></td>
<td><div class="hand"></div><p class="label">signature, name</p><p class="label">Seal</p></td></tr></table>
</div>
</body>
</html>
