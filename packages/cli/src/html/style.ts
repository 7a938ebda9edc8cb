/** The report's looks: an office document on screen, A4 on paper; no network, no script. */
export const STYLE = `
:root{--ink:#1a1a1a;--faint:#565656;--line:#8c8c8c;--hair:#d5d5d5;--paper:#fff;--error:#a4161a;--error-bg:#fde4e4;--warning:#7a4b00;--warning-bg:#fff2cc;--info:#174a7c;--info-bg:#e1effb;--ok:#1c6b2c}
*{box-sizing:border-box}
html{background:#eceae6}
body{margin:0;color:var(--ink);font:15px/1.45 "Times New Roman",Tinos,"Liberation Serif",serif}
main{max-width:1500px;margin:20px auto;padding:36px 44px;background:var(--paper);box-shadow:0 1px 6px #0003}
h1{font-size:22px;text-align:center;margin:0 0 4px;text-transform:uppercase;letter-spacing:.02em}
h2{font-size:17px;margin:28px 0 10px;padding-bottom:3px;border-bottom:1.5px solid var(--ink)}
.card h3{font-size:15px;margin:0 0 4px}
p{margin:4px 0}
a{color:inherit}
.subject{text-align:center;font-style:italic;margin-bottom:18px}
.small,.code{color:var(--faint);font-size:12.5px}
.code{font-family:ui-monospace,Consolas,monospace;font-size:11.5px}
.visually-hidden{position:absolute;width:1px;height:1px;overflow:hidden;clip-path:inset(50%);white-space:nowrap}
.verdict{border:2px solid;padding:10px 16px;margin:0 0 14px;font-size:18px;font-weight:bold;text-align:center}
.verdict.clean{color:var(--ok)}.verdict.findings{color:var(--error)}.verdict.warnings,.verdict.incomplete{color:var(--warning)}
.verdict p{font-size:14px;font-weight:normal;color:var(--ink)}
table.facts{border-collapse:collapse;width:100%}
table.facts th,table.facts td{border:1px solid var(--line);padding:4px 8px;text-align:left;vertical-align:top}
table.facts th{font-weight:normal;color:var(--faint);width:24%}
table.facts thead th{color:var(--ink);font-weight:bold;width:auto}
.beside{display:grid;grid-template-columns:minmax(0,1fr);gap:18px}
@media screen and (min-width:1180px){.beside.two{grid-template-columns:minmax(0,1fr) 400px}.cards{max-height:90vh;overflow-y:auto;position:sticky;top:10px;padding-right:4px}}
.grid{overflow-x:auto;border:1px solid var(--hair);container-type:inline-size}
.on-paper{display:none}
.sheet table{border-collapse:collapse;table-layout:fixed;width:100%;font-size:13.5px;line-height:1.3}
.sheet col.row-number{width:38px}
.sheet thead th,.sheet th.row-number{background:#f3f2ef;color:var(--faint);font:11px/1.4 Arial,"Liberation Sans",sans-serif;text-align:center;border:1px solid var(--hair);padding:1px 2px;vertical-align:middle}
.sheet td{padding:3px 5px;vertical-align:middle;overflow-wrap:break-word}
.sheet td.right,.sheet td.mark>span{overflow-wrap:normal}
.sheet td.title>span{display:inline-block;position:sticky;left:6px;right:6px;max-width:calc(100cqw - 54px)}
.sheet td.cell{border:1px solid var(--line)}
.sheet .right{text-align:right}.sheet .center{text-align:center}.sheet .b{font-weight:bold}.sheet .i{font-style:italic}
.sheet details,.sheet table{content-visibility:auto;contain-intrinsic-size:auto 400px}
.sheet summary,.gap{padding:5px 44px;color:var(--faint);background:#faf9f7;border-top:1px dashed var(--line);border-bottom:1px dashed var(--line);font-size:13px;margin:0}
summary{cursor:pointer}
td.mark{position:relative;outline-offset:-2px;scroll-margin:80px}
td.error{background:var(--error-bg);outline:2px solid var(--error)}
td.warning{background:var(--warning-bg);outline:2px solid #b06f00}
td.info{background:var(--info-bg);outline:2px solid var(--info)}
td.candidate{background:#fdeee0;outline:2px dashed #b4541a}
td.consequence{outline:1.5px dotted var(--error)}
td:target{background:#fff7a8}
.badge{display:inline-block;min-width:17px;padding:0 4px;margin-left:4px;border-radius:9px;background:var(--ink);color:#fff;font:bold 10.5px/17px Arial,"Liberation Sans",sans-serif;text-align:center;text-decoration:none;vertical-align:1px}
h3 .badge{margin-left:0}
td.consequence .badge{background:var(--paper);color:var(--error);box-shadow:inset 0 0 0 1px var(--error)}
.card{border:1px solid var(--line);border-left:5px solid var(--info);padding:8px 12px;margin:0 0 10px;break-inside:avoid;content-visibility:auto;contain-intrinsic-size:auto 160px}
.card.error{border-left-color:var(--error)}.card.warning{border-left-color:#b06f00}
.card:target{background:#fffbe0}
.card .severity{font-size:12px;font-weight:bold;color:var(--info)}.card.error .severity{color:var(--error)}.card.warning .severity{color:var(--warning)}
.card dl{margin:6px 0 2px;font-size:14px}
.card dl div{display:flex;gap:8px}
.card dt{flex:0 0 108px;color:var(--faint)}
.card dd{margin:0;min-width:0;overflow-wrap:anywhere}
figure.chart{margin:14px 0 0;max-width:860px;break-inside:avoid}
figcaption{font-style:italic;margin-bottom:4px}
.chart svg{width:100%;height:auto;display:block}
.chart text{font:12px "Times New Roman",Tinos,"Liberation Serif",serif;fill:var(--ink)}
.chart rect{stroke:#fff;stroke-width:1}
.legend{list-style:none;padding:0;margin:4px 0;display:flex;flex-wrap:wrap;gap:4px 18px;font-size:13px}
.swatch{display:inline-block;width:13px;height:13px;margin-right:6px;vertical-align:-2px}
.s-central{fill:#123f73;background:#123f73}.s-local{fill:#e0962f;background:#e0962f}.s-province{fill:#c4721a;background:#c4721a}.s-district{fill:#e8b15c;background:#e8b15c}.s-commune{fill:#f3d6a4;background:#f3d6a4}.s-credit{fill:#5b8a3c;background:#5b8a3c}.s-integrated{fill:#8fb573;background:#8fb573}.s-community{fill:#7a5195;background:#7a5195}.s-enterprise{fill:#4d9cb0;background:#4d9cb0}.s-other{fill:#9a9a9a;background:#9a9a9a}
ul.gaps{padding-left:20px;margin:4px 0}
.signatures{display:grid;grid-template-columns:1fr 1fr;text-align:center;margin-top:28px;break-inside:avoid;min-height:120px}
.signatures p:first-child{font-weight:bold}
.basis{margin-top:18px}
.basis code{overflow-wrap:anywhere}
@media screen and (max-width:760px){main{margin:0;padding:18px 14px}table.facts,.facts tbody,.facts tr,.facts td{display:block}.facts thead{display:none}table.facts{border:1px solid var(--line)}.facts tr+tr{border-top:1px solid var(--line)}table.facts td{border:0;padding:2px 8px}.facts td::before{content:attr(data-head) ": ";color:var(--faint)}}
.swatch,.chart rect{forced-color-adjust:none}
@page{size:A4 portrait;margin:18mm 15mm 16mm 20mm;@bottom-right{content:counter(page) "/" counter(pages);font:9pt "Times New Roman",serif}}
@media print{
html{background:none}body{font-size:11pt}
main{max-width:none;margin:0;padding:0 1px;box-shadow:none}
h1{font-size:15pt}h2{font-size:13pt}h2,h3{break-after:avoid}
.beside{display:block}.beside>*+*{margin-top:14px}
.grid{overflow:visible;border:0}
.sheet{min-width:0!important}
.sheet table{font-size:var(--print,9pt);content-visibility:visible}
.sheet td{padding:2px 3px}.sheet .row-number{width:26px!important}.sheet td.title>span{display:inline;position:static}.above{break-inside:avoid;break-after:avoid}.below{break-inside:avoid}
.on-screen{display:none}.on-paper{display:block}.strip{break-inside:avoid}.strip+.strip{margin-top:14px}
summary::marker{content:""}
.card{content-visibility:visible}
.cards{padding-right:1px;font-size:10pt}
.card{padding:5px 10px;margin-bottom:7px}.card h3{font-size:10.5pt}.card .code{text-align:right;margin:0}
.card dl{display:flex;flex-wrap:wrap;gap:0 16px;font-size:10pt;margin:2px 0}.card dl div{gap:5px}.card dt{flex:none}.card dt::after{content:":"}
.landscape .cards{columns:2;column-gap:7mm}
tr,.basis{break-inside:avoid}.signatures{break-before:avoid;min-height:26mm}
a{text-decoration:none}
*{-webkit-print-color-adjust:exact;print-color-adjust:exact}
}
`;
