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

/** Four pixels, stretched over a box: a picture under white words. */
const picture =
  'url("data:image/png;base64,iVBORw0KGgoAAAANSUhEUgAAAAIAAAACCAIAAAD91JpzAAAAFklEQVR4nGNkYGBgYGBgYGJgYGBgAAAAbgAHJ5ZuYwAAAABJRU5ErkJggg==")'

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
  },
  {
    name: 'magazine',
    untagged: true,
    page: `size:210mm 280mm;margin:16mm 13mm 18mm;font:7pt "DejaVu Sans";@bottom-left{content:counter(page) "  |  Growing up here"}`,
    css: `body{font:8.5pt/1.45 "DejaVu Serif",serif;text-align:justify;hyphens:auto}.s2{break-before:page}h1{font:bold 34pt/1 "DejaVu Sans"}h2{font:bold 24pt/1.1 "DejaVu Sans";color:#c2185b;text-align:left}h3{font:bold 10pt/1.2 "DejaVu Sans";color:#c2185b;text-align:left}
.s2>.b2{columns:3;column-gap:5mm}.b2>p:first-child{font-size:10pt;font-style:italic;text-align:left}.b2>p:first-child::first-letter{font-size:30pt;float:left;line-height:.9;padding-right:2pt}aside{background:#fce4ec;padding:3mm;break-inside:avoid}table{column-span:all;font:7.5pt/1.3 "DejaVu Sans"}th{background:#c2185b;color:#fff}td{border-bottom:.5pt solid #c2185b;text-align:left}.s3.voice{break-inside:avoid;border-left:3pt solid #c2185b;padding-left:3mm;font-style:italic}`
  },
  {
    name: 'card-grid-three',
    untagged: true,
    page: `size:297mm 210mm;margin:12mm;font:7pt "DejaVu Sans";@bottom-right{content:counter(page)}`,
    css: `body{font:8.5pt/1.35 "DejaVu Sans",sans-serif}.s2{break-before:page}h2{font-size:18pt;margin:0 0 4mm;color:#004d40}.s2>.b2{display:grid;grid-template-columns:repeat(3,1fr);gap:5mm;align-items:start}.s2>.b2>p,.s2>.b2>table,.s2>.b2>ul,.s2>.b2>ol{grid-column:1/4}
.s3{border:1pt solid #b2dfdb;border-top:4mm solid #004d40;padding:3mm}.s3 h3{margin:0 0 2mm;font-size:10.5pt}td,th{border:.7pt solid #004d40}`
  },
  {
    name: 'landscape-matrix',
    untagged: true,
    page: `size:420mm 297mm;margin:12mm;font:8pt "DejaVu Sans";@bottom-center{content:"Page " counter(page)}`,
    css: `body{font:9pt/1.35 "DejaVu Sans",sans-serif}.s2.goal,.s2.continued{display:grid;grid-template-columns:60mm 1fr;border:1pt solid #1a237e;margin-top:-1pt;break-inside:avoid}.s2.goal>h2,.s2.continued>h2{background:#e8eaf6;margin:0;padding:3mm;font-size:12pt}.s2.goal>.b2,.s2.continued>.b2{display:grid;grid-template-columns:repeat(3,1fr)}.s2.goal>.b2>*,.s2.continued>.b2>*{border-left:1pt solid #1a237e;padding:3mm}h3{margin:0 0 2mm;font-size:9.5pt}h1{font-size:26pt}td,th{border:.7pt solid #1a237e}`
  },
  {
    name: 'timeline',
    untagged: true,
    page: `size:210mm 297mm;margin:20mm 18mm;font:8pt "DejaVu Sans";@bottom-right{content:counter(page)}`,
    css: `body{font:10pt/1.4 "DejaVu Sans",sans-serif}h2{font-size:17pt;color:#e65100;border-left:5mm solid #e65100;padding-left:3mm}h3{font-size:11.5pt}ul,ol{border-left:2pt solid #e65100;margin-left:4mm;list-style:none;padding-left:7mm}li{position:relative;margin-bottom:5mm}li::before{content:"";position:absolute;left:-9mm;top:1mm;width:4mm;height:4mm;border-radius:2mm;background:#e65100}
table,tbody,tr,td{display:block}thead{display:none}tr{border-left:2pt solid #e65100;padding-left:5mm;margin-bottom:6mm}td{padding:1mm 0}td.c1{font-weight:bold}`
  },
  {
    name: 'numbered-sidebars',
    untagged: true,
    page: `size:210mm 297mm;margin:18mm 14mm;font:7pt "DejaVu Sans";@top-right{content:"Our plan   " counter(page)}`,
    css: `body{font:9pt/1.4 "DejaVu Sans",sans-serif;counter-reset:n}.s2.goal{counter-increment:n;break-before:page;position:relative}.s2.goal>h2::before{content:counter(n,decimal-leading-zero);float:left;font-size:40pt;line-height:1;width:25mm;color:#7b1fa2}h2{font-size:16pt}h3{font-size:11pt}
.s2.goal>.b2,.s2.continued>.b2{display:grid;grid-template-columns:1fr 55mm;gap:4mm 7mm;align-items:start}.s2>.b2>*{grid-column:1}.s2>.b2>.s3.voice,.s2>.b2>.s3.measures{grid-column:2;background:#f3e5f5;padding:3mm;font-size:8pt}.s3.voice h3,.s3.measures h3{margin:0 0 2mm;font-size:9pt}td,th{border:.7pt solid #7b1fa2}`
  },
  {
    name: 'deck',
    untagged: true,
    page: `size:338.67mm 190.5mm;margin:0`,
    css: `body{font:13pt/1.35 "DejaVu Sans",sans-serif}h1{font-size:44pt;background:#102a43;color:#fff;padding:60mm 20mm;margin:0}.s2>h2{break-before:page;background:#102a43;color:#fff;margin:0;padding:8mm 15mm;font-size:26pt}.s3{break-before:page;padding:6mm 15mm}.s3:first-child{break-before:auto}h3{font-size:18pt;color:#d9480f;margin:0 0 4mm}.b2>p,.b2>ul,.b2>ol,.b2>table{margin:4mm 15mm}.b2>table{width:300mm}td,th{border-bottom:1pt solid #bcccdc;font-size:11pt}th{background:#d9e2ec}`
  },
  {
    name: 'spread',
    untagged: true,
    page: `size:420mm 297mm;margin:20mm;font:8pt "DejaVu Sans";@bottom-left{content:"Our plan"}@bottom-right{content:"Our plan"}`,
    css: `body{font:10pt/1.45 "DejaVu Serif",serif;columns:2;column-gap:40mm;column-fill:auto}h1{font-size:30pt}h2{font-size:17pt;color:#01579b}h3{font-size:12pt}td,th{border:.7pt solid #01579b;font-size:8.5pt}`
  },
  {
    name: 'accessible-print',
    untagged: true,
    page: `size:210mm 297mm;margin:22mm;font:14pt "DejaVu Sans";@bottom-center{content:counter(page)}`,
    css: `body,h1,h2,h3,h4,th,td{font:18pt/1.6 "DejaVu Sans",sans-serif}h1,h2,h3,h4,th,strong{font-weight:bold}ul{padding-left:24pt}li{margin-bottom:12pt}p{margin-bottom:14pt}td,th{border:1pt solid #000;padding:6pt;font-size:13pt}`
  },
  {
    name: 'white-on-picture',
    untagged: true,
    page: `size:210mm 297mm;margin:14mm;font:8pt "DejaVu Sans";@bottom-right{content:counter(page)}`,
    css: `body{font:9.5pt/1.4 "DejaVu Sans",sans-serif}.s2{break-before:page}h1,h2{background:${picture};background-size:cover;color:#fff;padding:14mm 8mm 5mm;margin:0 0 5mm}h2{font-size:19pt}.s3.measures,.s3.voice{background:${picture};background-size:cover;color:#fff;padding:5mm;margin-bottom:4mm}h3{font-size:12pt}td,th{border:.7pt solid #999}th{background:#222;color:#fff}`
  },
  {
    name: 'rail-and-rules',
    untagged: true,
    page: `size:297mm 210mm;margin:14mm;font:8pt "DejaVu Sans";@bottom-right{content:counter(page)}`,
    css: `body{font:9pt/1.35 "DejaVu Sans",sans-serif}.s2{display:grid;grid-template-columns:52mm 1fr;gap:8mm;border-top:2pt solid #33691e;padding-top:3mm;margin-top:4mm}.s2>h2{margin:0;font-size:14pt;color:#33691e}h3{font-size:10.5pt;margin:0 0 2mm}td,th{border:.6pt solid #33691e}`
  },
  {
    name: 'report-turned-tables',
    untagged: true,
    page: `size:210mm 297mm;margin:18mm;font:8pt "DejaVu Sans";@bottom-center{content:counter(page)}} @page wide{size:210mm 297mm;page-orientation:rotate-left;margin:14mm`,
    css: `body{font:10pt/1.4 "DejaVu Serif",serif}h2{font-size:16pt}h3{font-size:12pt;font-style:italic}table{page:wide;writing-mode:vertical-rl;height:265mm;width:auto;font-size:8.5pt}td,th{border:.6pt solid #333}`
  },
  {
    name: 'tinted-rows',
    untagged: true,
    page: `size:210mm 297mm;margin:18mm 16mm;font:8pt "DejaVu Sans";@top-left{content:"Children and young people"}@bottom-right{content:counter(page)}`,
    css: `body{font:9.5pt/1.4 "DejaVu Sans",sans-serif}h2{font-size:16pt;color:#880e4f}h3{font-size:11pt;color:#880e4f}ul{list-style:none;padding:0}li{background:#fafafa;border-left:3pt solid #880e4f;padding:2mm 3mm;margin-bottom:2mm}td,th{border:0;border-bottom:.4pt dotted #888;border-left:.4pt dotted #888}tr>:first-child{border-left:0;font-weight:bold}aside{border-top:1pt solid #880e4f;border-bottom:1pt solid #880e4f}`
  },
  {
    name: 'accordion',
    untagged: true,
    page: `size:210mm 297mm;margin:15mm;font:8pt "DejaVu Sans";@top-left{content:"14/03/2024, 10:22"}@top-right{content:"Our plan | The Council"}@bottom-left{content:"https://www.example.gov.uk/plan"}@bottom-right{content:counter(page) "/" counter(pages)}`,
    css: `body{font:11pt/1.5 "Liberation Sans","DejaVu Sans",sans-serif}.s2>h2{border-top:1pt solid #b1b4b6;padding:3mm 0;color:#1d70b8;font-size:16pt;margin:0}.s2>h2::before{content:"\\25BC  ";font-size:9pt}.s3{border-left:4pt solid #b1b4b6;padding-left:5mm;margin:0 0 4mm 3mm}h3{font-size:13pt;margin-top:0}td,th{border-bottom:.8pt solid #b1b4b6}`
  },
  {
    name: 'word-defaults',
    untagged: true,
    page: `size:210mm 297mm;margin:25.4mm;font:11pt "Carlito","Liberation Sans";@bottom-center{content:counter(page)}`,
    css: `body{font:11pt/1.08 "Carlito","Liberation Sans",sans-serif}p{margin:0 0 8pt}h1{font:normal 28pt "Liberation Sans"}h2{font:normal 16pt "Carlito";color:#2f5496;margin:12pt 0 0}h3{font:normal 13pt "Carlito";color:#2f5496;margin:2pt 0 0}h4{font:italic 11pt "Carlito";color:#2f5496;margin:2pt 0 0}ul,ol{padding-left:36pt}li{margin:0}td,th{border:.5pt solid #000;padding:0 5.4pt}th{font-weight:bold}`
  },
  {
    name: 'cards-two-up',
    untagged: true,
    page: `size:210mm 297mm;margin:14mm;font:8pt "DejaVu Sans";@bottom-right{content:counter(page)}`,
    css: `body{font:9pt/1.4 "DejaVu Sans",sans-serif}.s2{break-before:page}h2{font-size:18pt;color:#0b3d91}.s2>.b2{columns:2;column-gap:6mm}.s3{break-inside:avoid;background:#eef3fb;border-left:3mm solid #0b3d91;padding:3mm 4mm;margin:0 0 4mm}.s3 h3{margin:0 0 2mm;font-size:10.5pt}table{column-span:all}td,th{border:.6pt solid #0b3d91;font-size:8pt}`
  },
  {
    name: 'rotated-heads',
    untagged: true,
    page: `size:297mm 210mm;margin:14mm;font:8pt "DejaVu Sans";@bottom-right{content:counter(page)}`,
    css: `body{font:9pt/1.4 "DejaVu Sans",sans-serif}h2{font-size:16pt}h3{font-size:11pt}td,th{border:.6pt solid #444}thead th{background:#dfe7e2}thead th:nth-child(n+3){writing-mode:vertical-rl;transform:rotate(180deg);height:26mm;width:16mm}`
  },
  {
    name: 'icons-spaced',
    untagged: true,
    page: `size:210mm 297mm;margin:20mm 18mm;font:8pt "DejaVu Sans";@bottom-center{content:"\\2014 " counter(page) " \\2014"}`,
    css: `body{font:10pt/1.45 "DejaVu Sans",sans-serif}h2{font-size:15pt;letter-spacing:.3em;text-transform:uppercase}h3{font-size:10.5pt;letter-spacing:.18em}ul{list-style:none;padding-left:9mm}li{position:relative}ul li::before{content:"";position:absolute;left:-8mm;top:.5mm;width:4.5mm;height:4.5mm;background:#00703c;clip-path:polygon(0 50%,40% 100%,100% 10%,90% 0,40% 70%,10% 40%)}td,th{border-bottom:.6pt solid #00703c}th{letter-spacing:.1em;font-size:8.5pt}`
  },
  {
    name: 'justified-narrow',
    untagged: true,
    page: `size:210mm 297mm;margin:18mm 15mm;font:7pt "DejaVu Serif";@top-center{content:"Children and Young People"}@bottom-center{content:counter(page)}`,
    css: `body{font:8pt/1.3 "DejaVu Serif",serif;text-align:justify;hyphens:auto}.b2{columns:3;column-gap:5mm}h1{font-size:26pt;text-align:left}h2{font-size:15pt;text-align:left;color:#7a0019}h3{font-size:9pt;text-align:left}p{text-indent:3mm;margin:0}li{margin:0}table{column-span:all;text-align:left;font-size:7.5pt}td,th{border-top:.5pt solid #7a0019}`
  },
  {
    name: 'shaded-rows',
    untagged: true,
    page: `size:297mm 210mm;margin:15mm;font:8pt "DejaVu Sans";@bottom-right{content:"Page " counter(page)}`,
    css: `body{font:9.5pt/1.35 "DejaVu Sans",sans-serif}h2{font-size:17pt;color:#333}h3{font-size:12pt;color:#c60}thead th{background:#c60;color:#fff}tbody tr{background:#fff3e6}td,th{border-bottom:1.5pt solid #fff;border-right:1.5pt solid #fff}aside{background:#f2f2f2;padding:4mm}`
  },
  {
    name: 'number-rail',
    untagged: true,
    page: `size:210mm 297mm;margin:16mm 14mm;font:8pt "DejaVu Sans";@bottom-left{content:counter(page) " | Our children, our future"}`,
    css: `body{font:9.5pt/1.45 "DejaVu Sans",sans-serif;counter-reset:g}.s2{break-before:page}.s2.goal{counter-increment:g;padding-left:26mm;position:relative}.s2.goal::before{content:counter(g);position:absolute;left:0;top:0;width:20mm;height:20mm;border-radius:10mm;background:#006d77;color:#fff;font:bold 30pt/20mm "DejaVu Sans";text-align:center}h2{font-size:17pt;color:#006d77;margin-top:0}h3{font-size:11pt;background:#edf6f9;padding:1.5mm 3mm}ol,ul{padding-left:6mm}td,th{border:.6pt solid #83c5be}`
  }
]

export const sheets: readonly Sheet[] = drafts.map((sheet) => ({...sheet, css: reset + sheet.css}))

export const dressed = (body: string, {css, page, every = ''}: Sheet, title: string) =>
  `<!doctype html><html lang="en-GB"><head><meta charset="utf-8"><title>${title}</title><style>${css}@page{${page}}</style></head><body>${every}${body}</body></html>`
