/** The frame of every page: head, masthead, trail, footer; linked to the folder's assets, or whole in one file. */
import {createHash} from 'node:crypto'
import type {Part as FilePart, Keep} from '../contents.ts'
import {pageScript, styleSheet} from './assets.ts'
import {type Context, to} from './context.ts'
import {type Html, html, type Part, render, trusted} from './html.ts'
import {symbolsFor} from './symbols.ts'

export type NavName =
  | 'overview'
  | 'plans'
  | 'changes'
  | 'overlaps'
  | 'compare'
  | 'gaps'
  | 'coverage'
  | 'clusters'
  | 'search'
  | 'methods'
  | ''

export interface PageParts {
  /** For the browser's tab: text, not markup. */
  title: string
  nav: NavName
  /** Everything between the masthead and the footer. */
  body: Part
  /** One sentence for the footer on how this page is to be read. */
  caution?: string
  /** Further scripts of the page, paths from the site's root. */
  scripts?: readonly string[]
}

/** A whole page as text. */
export function page(context: Context, parts: PageParts): string {
  const body = render(parts.body)
  return `<!doctype html>\n${render(html`<html lang="en-GB">
<head>
${head(context, parts)}
</head>
<body>
<a class="skip" href="#main">Skip to the report</a>
${symbolsFor(body)}${masthead(context, parts.nav)}
<main id="main" tabindex="-1">
${trusted(body)}
</main>
${footer(context, parts.caution)}
</body>
</html>
`)}`
}

/** A piece of a page that is made when the page is written: what is made of the trees of an archive is too much to hold. */
export interface LaterPiece {
  /** The same key, the same markup; undefined for one that is made each time. */
  key: string | undefined
  make(): Part
}

/** Where the next of the later pieces goes. No words can hold the sign: it is none that is printed. */
export const later = trusted('\u0001')

/** A page in pieces; `body` holds `later` once for each of the later ones, in their order. */
export function* pageInPieces(
  context: Context,
  parts: PageParts,
  pieces: readonly LaterPiece[],
  keep: Keep
): Generator<string | FilePart> {
  for (const [index, text] of page(context, parts).split('\u0001').entries()) {
    if (index > 0) {
      const {key, make} = pieces[index - 1]!
      yield keep(key, () => ({bytes: render(make()), facts: []}))
    }
    yield text
  }
}

function head(context: Context, {title, scripts = []}: PageParts): Html {
  return html`<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="${policy(context)}">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="referrer" content="no-referrer">
<meta name="color-scheme" content="light dark">
<title>${title} · Planlens</title>
${
  context.single
    ? html`<style>${trusted(styleSheet())}</style>
<script type="module">${trusted(pageScript())}</script>`
    : html`<link rel="stylesheet" href="${to(context, 'assets/planlens.css')}">
<script src="${to(context, 'assets/planlens.js')}" defer></script>${scripts.map(
        (path) => html`
<script src="${to(context, path)}" defer></script>`
      )}`
}`
}

/**
 * Even if a plan's words became markup, nothing in them could run or be fetched: the policy allows the folder's own style
 * and script, or in a single file the two whose digests it names.
 */
function policy(context: Context): string {
  const allow = (text: string) =>
    context.single ? `'sha256-${createHash('sha256').update(text).digest('base64')}'` : "'self' file:"
  return [
    "default-src 'none'",
    `style-src ${allow(context.single ? styleSheet() : '')}`,
    `script-src ${allow(context.single ? pageScript() : '')}`,
    `img-src ${context.single ? 'data:' : "'self' file: data:"}`,
    "base-uri 'none'",
    "form-action 'none'"
  ].join('; ')
}

function masthead(context: Context, current: NavName): Html {
  const {site} = context
  if (context.single) return html`<header class="mast"><p class="brand"><span class="name">Planlens</span></p></header>`
  const changes = site.pages.changes
  const overlaps = site.pages.overlaps
  const entries: [NavName, string, string | undefined][] = [
    ['overview', 'Overview', 'index.html'],
    ['plans', 'Plans', 'index.html#plans'],
    [
      'changes',
      'Changes',
      changes.length === 1 ? changes[0]!.path : changes.length ? 'index.html#comparisons' : undefined
    ],
    [
      'overlaps',
      'Overlaps',
      overlaps.length === 1 ? overlaps[0]!.path : overlaps.length ? 'index.html#pairs' : undefined
    ],
    ['compare', 'Side by side', overlaps.length === 1 ? overlaps[0]!.compare : undefined],
    ['gaps', 'Gaps', site.plans.length ? 'gaps/index.html' : undefined],
    ['coverage', 'Coverage', site.pages.coverage ? 'coverage.html' : undefined],
    ['clusters', 'Shared commitments', site.pages.clusters ? 'clusters.html' : undefined],
    ['search', 'Search', site.plans.length && !site.options.noScript ? 'search.html' : undefined],
    ['methods', 'Methods', 'methods.html']
  ]
  /** Of many pairs, the two plans side by side have no entry of their own. */
  const above = current === 'compare' && overlaps.length !== 1 ? 'overlaps' : ''
  return html`<header class="mast">
  <p class="brand"><a href="${to(context, 'index.html')}">Planlens</a> <span>${site.title}</span></p>
  <nav aria-label="Reports"><ul>${entries.map(
    ([name, words, path]) =>
      path &&
      html`<li><a href="${to(context, path)}"${(name === current || name === above) && html` aria-current="page"`}>${words}</a></li>`
  )}</ul></nav>
</header>`
}

/** Nothing here may hang on the other files of the run: each page would be another one whenever a file comes in. */
function footer(context: Context, caution: string | undefined): Html {
  const {record} = context.site.options
  return html`<footer class="foot">
  <p>Made by Planlens${record?.version ? ` ${record.version}` : ''}.</p>
  <p>${caution ?? 'Words in serif type are the plan’s own; words in plain type are Planlens’s.'}</p>
  ${!context.single && html`<p><a href="${to(context, 'methods.html')}">How this was counted</a></p>`}
</footer>`
}
