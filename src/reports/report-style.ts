// How the pages look: quiet type, numbers aligned on the digit, one column on a phone, A4 on paper.

export const REPORT_STYLE = `
:root{color-scheme:light;--ink:#1d2329;--soft:#5d666f;--line:#d9dcdf}
*{box-sizing:border-box}
body{margin:0;background:#fff;color:var(--ink);font:15px/1.5 system-ui,"Segoe UI","Noto Sans",sans-serif}
main{max-width:1200px;margin:0 auto;padding:32px 20px 60px}
h1{font-size:30px;line-height:1.2;margin:4px 0 10px;font-weight:650;letter-spacing:-.01em}
h2{font-size:19px;margin:44px 0 4px}h3{font-size:16px;margin:28px 0 8px}
.where,.note,footer{color:var(--soft);margin:0}.lead{font-size:17px;margin:0;max-width:52em}
section{margin-top:26px}.scroll{overflow-x:auto}
table{border-collapse:collapse;width:100%;margin-top:18px;font-size:14px}
caption{text-align:left;font-size:19px;font-weight:650;padding-bottom:8px}
th{font-weight:600;text-align:left;border-bottom:2px solid var(--ink);padding:4px 10px 4px 0;vertical-align:bottom}
td{border-bottom:1px solid var(--line);padding:4px 10px 4px 0;vertical-align:top}
.number{text-align:right;font-variant-numeric:tabular-nums;white-space:nowrap}
.total td{border-top:2px solid var(--ink);font-weight:650}
svg{display:block;width:100%;min-width:760px;height:auto;font:12.5px system-ui,"Segoe UI","Noto Sans",sans-serif}
svg .column{font-weight:650;font-size:14px}svg .sum,svg .amount{fill:#5d666f}svg text{fill:#1d2329}
svg text[fill="#fff"]{fill:#fff}svg a{text-decoration:none}
.flow .nodes text{paint-order:stroke;stroke:#fff;stroke-width:3px;stroke-linejoin:round}
details{margin-top:10px}summary{cursor:pointer;color:var(--soft)}
code{background:#f2f3f4;padding:1px 6px;border-radius:4px}
footer{margin-top:48px;border-top:1px solid var(--line);padding-top:14px}
@media print{@page{size:A4;margin:14mm}main{padding:0;max-width:none}section{break-inside:avoid}body{font-size:11px}svg{min-width:0}details{display:none}}
`;
