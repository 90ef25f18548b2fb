/** Layouts that councils print their plans in, as style sheets over one and the same document. */
export interface Sheet {
  name: string
  css: string
  /** Running head and foot, as CSS for the margin boxes. */
  page: string
  /** Printed without a structure tree. */
  untagged?: boolean
  /** HTML that stands on every page. */
  every?: string
}

const reset = `*{box-sizing:border-box}html,body{margin:0}p{margin:0 0 6pt}ul,ol{margin:0 0 6pt;padding-left:16pt}li{margin-bottom:3pt}
h1,h2,h3,h4,h5,h6{break-after:avoid;break-inside:avoid;margin:10pt 0 5pt}table{border-collapse:collapse;width:100%;margin:4pt 0 10pt}th,td{text-align:left;vertical-align:top;padding:3pt 5pt}td p{margin:0 0 4pt}
aside{margin:6pt 0}`

const numbered = (text: string) => `@bottom-right{content:${JSON.stringify(text)} counter(page)}`

const drafts: Sheet[] = [
  {
    name: 'two-columns',
    page: `size:210mm 297mm;margin:20mm 16mm;font:8pt "DejaVu Sans";@top-left{content:"A plan for our children"}${numbered('Page ')}`,
    css: `body{font:9pt/1.35 "DejaVu Sans",sans-serif}.b2{columns:2;column-gap:8mm}h2{font-size:16pt;color:#5b2a86}h3{font-size:11pt;color:#5b2a86}h1{font-size:28pt}
.s2.goal{break-before:page}table,aside{break-inside:auto}table{column-span:all;font-size:8pt}th,td{border:.5pt solid #777}aside{border:1pt solid #5b2a86;padding:4mm}`
  },
  {
    name: 'two-columns-justified-untagged',
    untagged: true,
    page: 'size:210mm 297mm;margin:22mm 18mm;font:8pt "DejaVu Serif";@bottom-center{content:counter(page)}',
    css: `body{font:9.5pt/1.3 "DejaVu Serif",serif;text-align:justify}.s2>.b2{columns:2;column-gap:6mm;column-rule:.5pt solid #999}h2{font-size:15pt}h3{font-size:9.5pt;font-weight:bold;margin:8pt 0 2pt}h4{font-size:9.5pt;font-style:italic;font-weight:normal}
table{column-span:all;text-align:left}th,td{border-top:.6pt solid #333;border-bottom:.6pt solid #333}`
  },
  {
    name: 'cards-grid',
    page: `size:210mm 297mm;margin:15mm;font:8pt "DejaVu Sans";${numbered('')}`,
    css: `body{font:9.5pt/1.4 "DejaVu Sans",sans-serif}.s2{break-before:page}h2{background:#00857c;color:#fff;padding:6mm;font-size:18pt;margin:0 0 5mm}
.s2.goal>.b2,.s2.continued>.b2{display:grid;grid-template-columns:1fr 1fr;gap:6mm;align-items:start}.s2.goal>.b2>p{grid-column:1/3}
.s3{background:#e6f4f2;border-radius:4mm;padding:4mm}.s3 h3{margin:0 0 2mm;color:#00857c;font-size:11.5pt}td,th{border:1px solid #00857c}`
  },
  {
    name: 'item-cards',
    page: `size:297mm 210mm;margin:14mm;font:8pt "DejaVu Sans";@bottom-left{content:"OFFICIAL"}${numbered('')}`,
    untagged: true,
    css: `body{font:9.5pt/1.35 "DejaVu Sans",sans-serif}.s2.goal,.s2.continued{break-before:page}h2{color:#b00045;font-size:20pt;border-bottom:3pt solid #b00045}h3{font-size:12pt}
.s2 ul{display:grid;grid-template-columns:1fr 1fr 1fr;gap:4mm;list-style:none;padding:0}.s2 li{border:1pt solid #b00045;border-radius:2mm;padding:3mm;break-inside:avoid}td,th{border:1px solid #b00045}`
  },
  {
    name: 'side-bar',
    page: `size:210mm 297mm;margin:18mm 14mm;font:8pt "DejaVu Sans";${numbered('')}`,
    css: `body{font:9.5pt/1.4 "DejaVu Sans",sans-serif}.s2{break-before:page}h1{font-size:30pt}h2{font-size:17pt;color:#1d4f91}h3{font-size:11.5pt;color:#1d4f91}
.s3.voice{float:right;width:58mm;margin:0 0 5mm 6mm;background:#fdf1d3;padding:4mm}.s3.measures{border:1.5pt solid #1d4f91;padding:4mm;margin-top:5mm}.s3.voice h3{margin-top:0}td,th{border:1px solid #1d4f91}`
  },
  {
    name: 'left-rail',
    untagged: true,
    page: `size:210mm 297mm;margin:16mm 14mm;font:8pt "DejaVu Sans";@top-right{content:"Children first"}${numbered('| ')}`,
    css: `body{font:9.5pt/1.4 "DejaVu Sans",sans-serif}.s2.goal,.s2.continued{break-before:page}h2{font-size:17pt}h3{font-size:11pt;margin:0 0 2mm}
.s2.goal>.b2>.s3,.s2.continued>.b2>.s3{display:grid;grid-template-columns:46mm 1fr;gap:6mm;border-top:1pt solid #444;padding-top:3mm;margin-bottom:3mm}td,th{border:1px solid #999}`
  },
  {
    name: 'drawn-bullets',
    page: `size:210mm 297mm;margin:20mm;font:8pt "DejaVu Sans";@bottom-center{content:"– " counter(page) " –"}`,
    untagged: true,
    css: `body{font:10pt/1.4 "DejaVu Sans",sans-serif}h2{font-size:16pt}h3{font-size:10pt;text-decoration:underline}ul{list-style:none}
ul li{position:relative}ul li::before{content:"";position:absolute;left:-11pt;top:4.5pt;width:5pt;height:5pt;background:#c2410c}ol{list-style:lower-roman}td,th{border:1px solid #999}`
  },
  {
    name: 'ticks-and-arrows',
    page: `size:210mm 297mm;margin:20mm;font:8pt "DejaVu Sans";${numbered('p.')}`,
    untagged: true,
    css: `body{font:10pt/1.5 "DejaVu Sans",sans-serif}h2{font-size:15pt;text-transform:uppercase;letter-spacing:.12em}h3{font-size:11pt;letter-spacing:.25em;text-transform:uppercase}ul{list-style:none}
ul li::before{content:"➢ ";margin-left:-14pt}.measures li::before{content:"✓ "}td,th{border:1px solid #999}`
  },
  {
    name: 'bands',
    page: `size:210mm 297mm;margin:0 0 16mm;font:8pt "DejaVu Sans";@bottom-right{content:counter(page);margin-right:10mm}`,
    untagged: true,
    css: `body{font:10pt/1.4 "DejaVu Sans",sans-serif}h1,h2{margin:0 0 5mm;padding:14mm 16mm 6mm;color:#fff;background:#2d2d6e}.s2{break-before:page}h1{font-size:30pt;padding-top:70mm}h2{font-size:18pt}
h3{margin:4mm 16mm;background:#f3b61f;padding:2mm 4mm;font-size:11pt}h4,h5{margin:3mm 16mm}p,ul,ol{margin:0 16mm 2mm}ul,ol{margin-left:22mm}li p,td p{margin:0}table{width:178mm;margin:3mm 16mm}td,th{border:1px solid #999}thead{background:#2d2d6e;color:#fff}`
  },
  {
    name: 'odd-sizes',
    page: `size:210mm 297mm;margin:24mm 20mm;font:8pt "DejaVu Serif";@bottom-center{content:counter(page)}`,
    untagged: true,
    css: `body{font:11pt/1.4 "DejaVu Serif",serif}h1{font-size:20pt}h2{font-size:12pt;font-variant:small-caps}h3{font-size:14pt;font-weight:normal;color:#777}h4{font-size:11pt}td,th{border-bottom:1px solid #999}`
  },
  {
    name: 'odd-even-heads',
    page: `size:176mm 250mm;margin:20mm 18mm;font:8pt "DejaVu Serif"}@page :left{@top-left{content:counter(page) "   The children’s partnership"}@bottom-left{content:"Working together"}}@page :right{@top-right{content:"Plan for children and young people   " counter(page)}@bottom-right{content:"www.example.org"}`,
    css: `body{font:9.5pt/1.4 "DejaVu Serif",serif}h2{font-size:15pt;break-before:right}h3{font-size:11pt;font-style:italic}td,th{border:1px solid #999}`
  },
  {
    name: 'draft-watermark',
    untagged: true,
    every: '<div class="draft">DRAFT</div>',
    page: `size:210mm 297mm;margin:20mm;font:8pt "DejaVu Sans";@top-center{content:"DRAFT FOR CONSULTATION"}@bottom-right{content:"Page " counter(page) " of " counter(pages)}`,
    css: `.draft{position:fixed;top:110mm;left:20mm;font:bold 100pt "DejaVu Sans";color:#ddd;transform:rotate(-45deg);z-index:-1}body{font:10pt/1.4 "DejaVu Sans",sans-serif}h2{font-size:15pt}h3{font-size:12pt}td,th{border:1px solid #999}`
  },
  {
    name: 'flat-watermark',
    untagged: true,
    every: '<div class="draft">DRAFT</div>',
    page: `size:210mm 297mm;margin:20mm;font:8pt "DejaVu Sans";${numbered('')}`,
    css: `.draft{position:fixed;top:110mm;left:10mm;font:bold 120pt "DejaVu Sans";color:#eee;z-index:-1}body{font:10pt/1.4 "DejaVu Sans",sans-serif}h2{font-size:15pt}h3{font-size:12pt}td,th{border:1px solid #999}`
  },
  {
    name: 'slides',
    page: `size:210mm 118mm;margin:9mm 11mm;font:6pt "DejaVu Sans";${numbered('')}`,
    untagged: true,
    css: `body{font:8pt/1.3 "DejaVu Sans",sans-serif}.s2{break-before:page}h2{font-size:15pt;color:#0b6e4f;margin-top:0}h3{font-size:9.5pt;break-before:auto;color:#0b6e4f}.goal>.b2,.continued>.b2{columns:2;column-gap:8mm}td,th{border:1px solid #999}`
  },
  {
    name: 'borderless-tables',
    untagged: true,
    page: `size:297mm 210mm;margin:16mm;font:8pt "DejaVu Sans";${numbered('')}`,
    css: `body{font:9pt/1.35 "DejaVu Sans",sans-serif}h2{font-size:16pt}h3{font-size:12pt}th{font-weight:bold;padding-bottom:3mm}td{padding:1.6mm 4mm 1.6mm 0}th{padding:1.6mm 4mm 1.6mm 0}`
  },
  {
    name: 'half-ruled-tables',
    untagged: true,
    page: `size:210mm 297mm;margin:18mm 14mm;font:8pt "DejaVu Sans";${numbered('')}`,
    css: `body{font:9pt/1.35 "DejaVu Sans",sans-serif}h2{font-size:16pt}h3{font-size:12pt}th{border-bottom:1.2pt solid #000}td{border-bottom:.4pt solid #999}`
  },
  {
    name: 'zebra-tables',
    untagged: true,
    page: `size:297mm 210mm;margin:16mm;font:8pt "DejaVu Sans";${numbered('')}`,
    css: `body{font:9pt/1.35 "DejaVu Sans",sans-serif}h2{font-size:16pt}h3{font-size:12pt}th{background:#333;color:#fff}tbody tr:nth-child(odd) td{background:#eef}thead{display:table-row-group}`
  },
  {
    name: 'unrepeated-heads',
    page: `size:297mm 210mm;margin:16mm;font:8pt "DejaVu Sans";${numbered('')}`,
    untagged: true,
    css: `body{font:11pt/1.4 "DejaVu Sans",sans-serif}h2{font-size:16pt}h3{font-size:12pt}td,th{border:1px solid #555}thead{display:table-row-group}`
  },
  {
    name: 'turned-pages',
    page: `size:210mm 297mm;margin:16mm;page-orientation:rotate-left;font:8pt "DejaVu Sans";${numbered('')}`,
    untagged: true,
    css: `body{font:9pt/1.4 "DejaVu Sans",sans-serif}h2{font-size:16pt}h3{font-size:12pt}td,th{border:1px solid #555}`
  },
  {
    name: 'large-print',
    page: `size:210mm 297mm;margin:20mm;font:12pt "DejaVu Sans";${numbered('')}`,
    css: `body{font:16pt/1.5 "DejaVu Sans",sans-serif}h2{font-size:24pt}h3{font-size:20pt}td,th{border:1px solid #555}table{font-size:11pt}`
  },
  {
    name: 'all-one-size',
    page: `size:210mm 297mm;margin:20mm;font:8pt "DejaVu Sans";${numbered('')}`,
    untagged: true,
    css: `body,h1,h2,h3,h4{font:10pt/1.4 "DejaVu Sans",sans-serif}h1,h2,h3,h4{font-weight:bold}td,th{border:1px solid #555}h2{color:#a00}`
  },
  {
    name: 'centred-headings',
    page: `size:210mm 297mm;margin:25mm;font:8pt "DejaVu Serif";@bottom-center{content:counter(page)}`,
    untagged: true,
    css: `body{font:11pt/1.5 "DejaVu Serif",serif}h1,h2,h3{text-align:center}h2{font-size:14pt;text-transform:uppercase}h3{font-size:11pt;font-style:italic;font-weight:normal}p{text-indent:8mm;margin:0}td,th{border:1px solid #555}td p,li p{text-indent:0}li strong{font-weight:normal}`
  },
  {
    name: 'three-columns',
    page: `size:420mm 297mm;margin:15mm;font:8pt "DejaVu Sans";${numbered('')}`,
    css: `body{font:10pt/1.35 "DejaVu Sans",sans-serif}.b1{columns:3;column-gap:8mm}h1{column-span:all}h2{font-size:15pt;color:#fff;background:#444;padding:2mm}h3{font-size:11pt}td,th{border:1px solid #555}`
  },
  {
    name: 'boxed-items',
    page: `size:210mm 297mm;margin:15mm;font:8pt "DejaVu Sans";${numbered('')}`,
    untagged: true,
    css: `body{font:9.5pt/1.35 "DejaVu Sans",sans-serif}h2{font-size:16pt}h3{font-size:11pt;background:#ddd;padding:2mm;margin:0}.s3{border:1pt solid #666;margin-bottom:4mm}.b3{padding:3mm}td,th{border:1px solid #555}.goal,.continued{break-before:page}`
  }
]

export const sheets: readonly Sheet[] = drafts.map((sheet) => ({...sheet, css: reset + sheet.css}))

export const dressed = (body: string, {css, page, every = ''}: Sheet, title: string) =>
  `<!doctype html><html lang="en-GB"><head><meta charset="utf-8"><title>${title}</title><style>${css}@page{${page}}</style></head><body>${every}${body}</body></html>`
