<html xmlns="http://www.w3.org/1999/xhtml" lang="en">
<head>
<title>Payment receipt ${document.number} of ${document.issuedOn}</title>
<meta name="author" content="${payee.name}"/>
<meta name="subject" content="Payment under contract ${payer.contract}"/>
<meta name="description" content="Payment under contract ${payer.contract}"/>
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
.lines th { border-bottom: 0.15mm solid #bbb; font-size: 8pt; color: #555 }
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
<h1>Payment receipt ${document.number} of ${document.issuedOn}</h1>
<#if payee.isKnown><p><span class="label">Payee:</span> ${payee.name}<#if payee.inn?has_content>, INN ${payee.inn}</#if><#if payee.kpp?has_content>, KPP ${payee.kpp}</#if><#if payee.address?has_content>, ${payee.address}</#if></p></#if>
<p><span class="label">Payer:</span> ${payer.name}<#if payer.inn?has_content>, INN ${payer.inn}</#if><#if payer.kpp?has_content>, KPP ${payer.kpp}</#if><#if payer.ogrn?has_content>, OGRN ${payer.ogrn}</#if><#if payer.address?has_content>, ${payer.address}</#if></p>
<p><span class="label">Contract:</span> ${payer.contract}</p>
<table class="lines">
<tbody>
<tr><th scope="row" style="width: 45mm">Received</th><td>${payment.receivedOn}, ${payment.time}</td></tr>
<tr><th scope="row" style="width: 45mm">How</th><td>${payment.method}</td></tr>
<#if payment.invoice?has_content><tr><th scope="row">For invoice</th><td>${payment.invoice}</td></tr></#if>
<#if payment.comment?has_content><tr><th scope="row">Note</th><td>${payment.comment}</td></tr></#if>
</tbody>
</table>
<div class="end">
<table class="sums">
<tr class="total"><td>Sum</td><td class="num">${payment.amount}</td></tr>
<#if payment.isRefunded><tr><td>Given back as of ${document.issuedOn}</td><td class="num">${payment.refunded}</td></tr></#if>
</table>
<p>In words: <strong>${payment.inWords}</strong></p>
<#if payment.isCash><table class="sides"><tr><td><div class="hand"></div><p class="label">Cashier<#if payment.cashier?has_content>: ${payment.cashier}</#if>, signature</p></td><td></td></tr></table></#if>
<p class="label">This paper confirms that the money was received. The fiscal receipt is handed out apart (Federal Law 54-ФЗ).</p>
</div>
</body>
</html>
