// How the financing pages look: one quiet column, large figures where the eye begins, two colours and no more; on paper
// the unit's page keeps to one sheet.

import { FONT } from '../../charts/picture.ts';

export const PAGE_STYLE = `
:root{color-scheme:light;--ink:#1d2329;--soft:#5d666f;--line:#d9dcdf;--purchaser:#8a4b00;--provider:#14506a}
*{box-sizing:border-box}
body{margin:0;background:#fff;color:var(--ink);font:15px/1.5 ${FONT};-webkit-print-color-adjust:exact;print-color-adjust:exact}
main{max-width:808px;margin:0 auto;padding:40px 24px 64px}
h1{font-size:28px;line-height:1.22;margin:6px 0 10px;font-weight:600;letter-spacing:-.012em;text-wrap:balance}
h2{font-size:15px;line-height:1.3;margin:0 0 10px;font-weight:600}
h2 .unit{font-weight:400;color:var(--soft)}
p{margin:0 0 6px;max-width:46em}
.where,.note,.fresh,footer{color:var(--soft)}.where{font-size:14px;margin:0}.fresh,.note{font-size:13px}
.lead{font-size:16px;text-wrap:pretty}
section{margin-top:34px}.under{margin:10px 0 0}.strong{font-weight:600;text-wrap:balance}
.figures{display:grid;grid-template-columns:repeat(5,auto);gap:0 26px;margin:26px 0 0;padding:14px 0 12px;border-top:1px solid var(--ink);border-bottom:1px solid var(--line);justify-content:space-between}
.figures dt{font-size:13px;color:var(--soft)}.figures dd{margin:0}
.figures .now{font-size:24px;line-height:1.25;font-weight:600;letter-spacing:-.01em;font-variant-numeric:tabular-nums;white-space:nowrap}
.figures .month{font-size:13px;color:var(--soft);white-space:nowrap;font-variant-numeric:tabular-nums}
.figures .held{font-size:15px;line-height:1.3;font-weight:400;padding:5px 0 3px;white-space:normal}
.figures .purchaser dt{color:var(--purchaser)}.figures .provider dt{color:var(--provider)}
.swatch{display:inline-block;width:11px;height:11px;margin-right:6px;vertical-align:-1px}
.pair{display:grid;grid-template-columns:1fr 1fr;gap:34px 40px;margin-top:34px}.pair section{margin-top:0;min-width:0}.pair section+section{margin-top:24px}
.picture{display:block;max-width:100%;height:auto;overflow:visible}.narrow{display:none}
.scroll{overflow-x:auto}
table{border-collapse:collapse;width:100%;font-size:14px}
caption{text-align:left;font-size:15px;font-weight:600;padding-bottom:6px}
th{font-weight:400;color:var(--soft);text-align:left;border-bottom:1px solid var(--ink);padding:3px 14px 3px 0;vertical-align:bottom;font-size:13px}
td{border-bottom:1px solid var(--line);padding:4px 14px 4px 0;vertical-align:top}
th:last-child,td:last-child{padding-right:0}td:first-child{min-width:12em}
.number{text-align:right;font-variant-numeric:tabular-nums;white-space:nowrap}
th.number{white-space:normal}.total td{border-top:1px solid var(--ink);font-weight:600}
details{margin-top:8px;font-size:13px}summary{cursor:pointer;color:var(--soft);width:max-content}
details caption{display:none}details td:first-child{min-width:0}details table{font-size:13px;width:auto;min-width:50%;margin-top:6px}
ul{margin:0;padding:0;list-style:none}li{padding:3px 0}
blockquote{margin:0 0 6px;padding:0 0 0 14px;border-left:2px solid var(--line);max-width:46em}
code{display:inline-block;max-width:100%;font-size:13px;background:#f2f3f4;padding:0 6px;border-radius:3px;overflow-wrap:anywhere}
a{color:inherit}:focus-visible{outline:2px solid var(--provider);outline-offset:3px}
footer{margin-top:40px;border-top:1px solid var(--line);padding-top:12px;font-size:13px}
@media (max-width:640px){
main{padding:22px 20px 40px}h1{font-size:23px}.wide{display:none}.narrow{display:block}
.figures{grid-template-columns:repeat(3,auto);gap:14px 14px}.figures .now{font-size:19px}
td:first-child{min-width:8em}.pair{grid-template-columns:1fr}
}
@media print{
@page{size:A4;margin:9mm 13mm}
body{font-size:11.5px;line-height:1.36}main{padding:0;max-width:none;zoom:var(--sheet,1)}.wide{display:block}.narrow{display:none}
h1{font-size:20px;margin:2px 0 5px}.lead{font-size:12.5px;margin-bottom:3px}.where,.fresh,.note,footer,code{font-size:11px}p{margin-bottom:2px}h2{font-size:12.5px;margin-bottom:4px}
.figures{margin-top:9px;padding:6px 0 5px;grid-template-columns:repeat(5,auto);gap:0 20px}.figures .now{font-size:17px}.figures dt,.figures .month{font-size:10.5px}.figures .held{font-size:11px}
section,.pair{margin-top:12px;break-inside:avoid}.pair{gap:13px 30px}.pair section+section{margin-top:9px}.pair .picture{width:88%}.under{margin-top:4px}
table{font-size:11px}th{font-size:10.5px}th,td{padding-top:1.5px;padding-bottom:1.5px}caption{font-size:12.5px;padding-bottom:2px}
li{padding:1px 0}blockquote{margin-bottom:3px}footer{margin-top:10px;padding-top:5px}details{display:none}.scroll{overflow:visible}
}
`;
