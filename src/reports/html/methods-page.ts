/** What was read, with what settings, and what every figure of the site means. */
import type {Context, PlanEntry} from './context.ts'
import {to} from './context.ts'
import {type Html, html} from './html.ts'
import {page} from './page.ts'
import {count, figure, headRow, listed, said, section, table, tally, unsaid} from './parts.ts'

/** What the figures mean: [term, meaning]. */
const meanings: readonly (readonly [string, string])[] = [
  [
    'Outcome, priority, action, measure, milestone',
    'The five levels that every plan is read into. The plan’s own word for the level stands before each unit.'
  ],
  [
    'Page',
    'The page of the file, or the number printed on it where there is one. The chip leads to the framed words where the page can be shown.'
  ],
  [
    'Substantive, editorial',
    'Substantive: meaning, promise, scope, name, number, date, lead or status is another. Editorial: punctuation, case, spelling, grammar or the form of an abbreviation.'
  ],
  [
    'Same, related, topic',
    'Same: one commitment in both plans. Related: the same aim by other means or in another scope. Topic: the same subject only.'
  ],
  [
    'Score of an overlap',
    'A weight of evidence from shared words, words of equal meaning, sentence vectors, place in the plan, and for whom, about what and which way. Not a percentage; the probability beside it in the data is one.'
  ],
  [
    'Shared commitments',
    'Pairs in the band same or related, each unit counted once, with its best counterpart, the strongest pairs first.'
  ],
  [
    'Gap',
    'Something that a plan of this kind usually says and this document does not, or says in two ways. Not a judgement of the work.'
  ],
  ['Confidence', 'How sure the rule that made the statement is, in 100. Low confidence is always shown.'],
  [
    'Coverage',
    'The highest level at which a plan speaks of a theme: as the subject of an outcome, of a priority or action, as something measured, or as a mention.'
  ],
  ['None, no words found', 'No such words were found in the text that could be read. A reason to look, not a verdict.'],
  [
    'How much of the text each kind holds',
    'Words of the plan by the kind of unit that holds them, each word counted once.'
  ]
]

export function methodsPage(context: Context): string {
  const {site} = context
  const {record} = site.options
  const tiers = [...new Set(site.run.overlaps.map(({tier}) => tier))]
  return page(context, {
    title: 'Methods',
    nav: 'methods',
    body: [
      html`<header class="lede"><p class="trail"><a href="${to(context, 'index.html')}">${site.title}</a></p><h1>How this was made, and what each figure means</h1></header>
`,
      section(
        'h-mean',
        'What each figure means',
        html`<dl class="meanings">${meanings.map(([term, meaning]) => html`<div><dt>${term}</dt><dd>${meaning}</dd></div>`)}</dl>`
      ),
      record?.accuracy?.length ? section('h-acc', 'Measured accuracy', accuracyTable(record.accuracy)) : undefined,
      section('h-files', 'Files read', filesCounted(context), filesTable(context)),
      section(
        'h-set',
        'Settings',
        settingsTable(
          [
            ...(record?.settings ?? []),
            ...tiers.map((tier) => ['Nearness of meaning', tier === 'words' ? 'words alone' : tier] as const)
          ],
          record?.version
        )
      ),
      section(
        'h-pair',
        'Why these files were compared',
        site.run.pairs.length > 0 ? pairsTable(context) : html`<p class="soft">No two files belong together.</p>`
      )
    ]
  })
}

function accuracyTable(accuracy: readonly (readonly [string, string, string])[]): Html {
  return table({
    id: 't-acc',
    caption: 'How often each kind of statement was right when checked against plans judged by hand',
    note: 'Lowest and highest of the cases. They are the plans that Planlens was made with, judged by one reader, most in several layouts: others may fare worse, so every statement has its words and its page to be checked by.',
    head: headRow(['Statement', 'Figure', 'Checked on']),
    body: html`<tbody>${accuracy.map(([what, amount, on]) => html`<tr><th scope="row">${what}</th><td>${amount}</td><td>${on}</td></tr>`)}</tbody>`
  })
}

/** Files listed; an archive has thousands. */
const filesMost = 200

/** How many files of each kind were read, and how many of each cause were not; all of them stand in the data. */
function filesCounted({site}: Context): Html {
  const formats = tally(site.plans.map(({plan}) => plan.source.format))
  const causes = tally(site.run.failures.map(({code}) => code))
  const counted = (counts: ReadonlyMap<string, number>) =>
    listed([...counts].map(([what, n]) => `${figure(n)} ${what}`))
  return html`<p>${count(site.plans.length, 'file')} read${formats.size > 0 && `: ${counted(formats)}`}.${causes.size > 0 && ` ${count(site.run.failures.length, 'file')} not read: ${counted(causes)}; each with its cause in data/failures.csv.`}</p>`
}

function filesTable(context: Context): Html {
  const {plans} = context.site
  return table({
    id: 't-files',
    caption:
      plans.length > filesMost
        ? `The first ${filesMost} of ${figure(plans.length)} files with the digest of their bytes; the others stand in data/plans.csv`
        : 'Each file with the digest of its bytes',
    note: 'The same SHA-256 means the same file, whatever it is called.',
    head: headRow(['File', 'Plan', 'Format', ['Pages', 'num'], 'SHA-256']),
    body: html`<tbody>${plans.slice(0, filesMost).map((entry: PlanEntry) => {
      const {source} = entry.plan
      return html`<tr><th scope="row">${said(source.path)}</th><td><a href="${to(context, entry.path)}">${said(entry.short)}</a></td><td>${source.format}</td><td class="num">${source.pages ? figure(source.pages) : unsaid('none')}</td><td class="digest">${source.digest}</td></tr>
`
    })}</tbody>`
  })
}

function settingsTable(settings: readonly (readonly [string, string])[], version: string | undefined): Html {
  return table({
    id: 't-set',
    caption: 'Version and settings of this run',
    head: headRow(['Setting', 'Value']),
    body: html`<tbody><tr><th scope="row">Planlens</th><td>${version ?? unsaid('not stated')}</td></tr>${settings.map(([name, value]) => html`<tr><th scope="row">${name}</th><td>${value}</td></tr>`)}</tbody>`
  })
}

const relations: Readonly<Record<string, string>> = {
  versions: 'versions of one plan',
  replaces: 'the second replaces the first',
  'same-authority': 'of one authority',
  compared: 'compared'
}

/** Pairs listed; an archive has hundreds of thousands. */
const pairsMost = 200

function pairsTable(context: Context): Html {
  const {site} = context
  const name = (id: string) => said(site.planById.get(id)?.short ?? id.slice(0, 8))
  const {pairs} = site.run
  return table({
    id: 't-why',
    caption:
      pairs.length > pairsMost
        ? `The first ${pairsMost} of ${figure(pairs.length)} pairs`
        : 'Every two files that were compared',
    head: headRow(['One file', 'The other', 'Relation', 'Why']),
    body: html`<tbody>${pairs.slice(0, pairsMost).map(
      ({
        a,
        b,
        relation,
        reason
      }) => html`<tr><th scope="row">${name(a)}</th><td>${name(b)}</td><td>${relations[relation] ?? relation}</td><td>${reason}</td></tr>
`
    )}</tbody>`
  })
}
