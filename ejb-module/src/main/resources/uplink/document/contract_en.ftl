<html xmlns="http://www.w3.org/1999/xhtml" lang="en">
<head>
<title>Contract for communication services ${contract.number} of ${contract.signedOn}</title>
<meta name="author" content="${payee.name}"/>
<meta name="subject" content="Contract ${contract.number}"/>
<meta name="description" content="Contract ${contract.number}"/>
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
<h1>Contract for communication services ${contract.number} of ${contract.signedOn}</h1>
<p><#if payee.isKnown>${payee.name}<#else>__________</#if>, the Provider, and ${payer.name}, the Subscriber, have agreed as follows.</p>
<h2>1. Services</h2>
<p>The Provider renders communication services to the Subscriber<#if contract.address?has_content> at <strong>${contract.address}</strong></#if>. As of ${document.issuedOn} these are:</p>
<#if services?has_content><table class="lines">
<thead><tr><th style="width: 10mm">No.</th><th>Service</th><th style="width: 30mm">Since</th><th class="num" style="width: 45mm">Price</th></tr></thead>
<tbody>
<#list services as s>
<tr><td>${s.no}</td><td>${s.title}</td><td>${s.from}</td><td class="num">${s.price} ${s.period}</td></tr>
</#list>
</tbody>
</table><#else><p>No services yet.</p></#if>
<h2>2. Payment</h2>
<p>A billing period begins on day ${contract.billingDay} of each month, or on the month's last day where it has no such day. The Subscriber pays invoices by the day that they name.</p>
<h2>3. Term</h2>
<p>The contract is in force from ${contract.signedOn}<#if contract.closedOn?has_content> and ends on ${contract.closedOn}<#else> without a term; the Subscriber may end it at any time, having paid for what was rendered</#if>.</p>
<h2>4. How services are rendered</h2>
<p>Both sides keep to Federal Law 126-ФЗ on communications and to the rules of rendering communication services. The Subscriber orders changes of the tariff, interruptions and their end in the personal account or from the Provider.</p>
<h2>5. Details and signatures</h2>
<p><span class="label">Subscriber's telephone:</span> <#if contract.phone?has_content>${contract.phone}<#else>—</#if> · <span class="label">E-mail:</span> <#if contract.email?has_content>${contract.email}<#else>—</#if></p>
<table class="sides"><tr><td><p><strong>Provider</strong></p><p>${payee.name}<#if payee.inn?has_content>, INN ${payee.inn}</#if><#if payee.kpp?has_content>, KPP ${payee.kpp}</#if><#if payee.address?has_content>, ${payee.address}</#if></p><#if payee.account?has_content><p>account ${payee.account}, ${payee.bankName}, BIC ${payee.bic}<#if payee.corrAccount?has_content>, correspondent account ${payee.corrAccount}</#if></p></#if></td>
<td><p><strong>Subscriber</strong></p><p>${payer.name}<#if payer.inn?has_content>, INN ${payer.inn}</#if><#if payer.kpp?has_content>, KPP ${payer.kpp}</#if><#if payer.ogrn?has_content>, OGRN ${payer.ogrn}</#if><#if payer.address?has_content>, ${payer.address}</#if></p><#if payer.account?has_content><p>account ${payer.account}, ${payer.bankName}, BIC ${payer.bic}</p></#if></td></tr>
<tr><td><div class="hand"></div><p class="label">signature, name</p><p class="label">Seal</p></td>
<td><div class="hand"></div><p class="label">signature, name</p><p class="label">Seal</p></td></tr></table>
</body>
</html>
