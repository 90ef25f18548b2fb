/** Commitments that stand in several plans: which plan holds which, and the words of each, oldest first. */
import type {Cluster} from '../../../analyses/types.ts'
import {firmnessOf} from '../../../language/firmness.ts'
import type {Unit} from '../../../plan-tree/units.ts'
import type {Keep, Part} from '../../contents.ts'
import {type Context, type PlanEntry, to} from '../context.ts'
import {type Html, html} from '../html.ts'
import {type LaterPiece, later, pageInPieces} from '../page.ts'
import {keyOf, partKeys} from '../page-keys.ts'
import {chip, count, figure, headRow, hidden, said, section, table, unsaid, who} from '../parts.ts'
import {markedWords} from './shared-words.ts'

const columnsMost = 12
const clustersMost = 150
/** Plans whose words stand under one commitment. */
const membersMost = 40

type Member = Cluster['members'][number]

const strengths = {
  will: ['●●●', 'will', 's3'],
  aim: ['●●○', 'aim to', 's2'],
  explore: ['●○○', 'explore', 's1']
} as const

export function clustersPage(context: Context, keep: Keep): Iterable<string | Part> {
  const {site} = context
  const clusters = site.run.clusters ?? []
  const shown = clusters.slice(0, clustersMost)
  const holders = site.plans.filter((entry) =>
    shown.some((cluster) => cluster.members.some(({plan}) => plan === entry.id))
  )
  const rows: LaterPiece[] = []
  const parts = {
    title: 'Shared commitments',
    nav: 'clusters' as const,
    caution: 'A commitment joins others when each pair in the group is in the band “same” or “related”.',
    body: [
      html`<header class="lede"><p class="trail"><a href="${to(context, 'index.html')}">${site.title}</a></p><h1>Commitments that stand in three plans or more</h1><p class="stand">The same promise over ${count(holders.length, 'plan')}, oldest wording first. The shared words are marked.${clusters.length > shown.length && ` The first ${shown.length} of ${clusters.length} stand here.`}${site.run.clustersLeftOut !== undefined && ` ${count(site.run.clustersLeftOut, 'further plan was', 'further plans were')} not searched for them.`}</p></header>
`,
      holders.length <= columnsMost && section('h-all', 'All at a glance', glance(shown, holders)),
      shown.map((cluster, index) =>
        section(`k-${index + 1}`, said(cluster.title), words(context, cluster, index, rows))
      )
    ]
  }
  return pageInPieces(context, parts, rows, keep)
}

function glance(clusters: readonly Cluster[], holders: readonly PlanEntry[]): Html {
  return table({
    id: 't-k',
    class: 'matrix many low pinned',
    caption: 'Which plan holds which commitment',
    note: 'Dots: strength of wording, will ●●●, aim to ●●○, explore ●○○. A line means that the plan does not hold it.',
    head: headRow([['Commitment', 'first'], ...holders.map((entry) => who(entry.short, entry.side))]),
    body: html`<tbody>${clusters.map(
      (
        cluster,
        index
      ) => html`<tr><th scope="row"><a href="#k-${index + 1}">${said(cluster.title)}</a></th>${holders.map((entry) => {
        const member = cluster.members.find(({plan}) => plan === entry.id)
        if (!member) return html`<td class="zero"><span>no</span></td>`
        return html`<td class="${strengths[strengthOf(member)][2]}"><span>${strengthMark(strengthOf(member))}</span></td>`
      })}</tr>
`
    )}</tbody>`
  })
}

/** As the analysis judged it, else by the member's own verb of promise. */
function strengthOf({strength, text}: Member): keyof typeof strengths {
  return strength ?? firmnessOf(text)
}

function strengthMark(strength: keyof typeof strengths): Html {
  const [dots, name] = strengths[strength]
  return html`<span class="nb"><span aria-hidden="true">${dots}</span> ${name}</span>`
}

function words(context: Context, cluster: Cluster, index: number, rows: LaterPiece[]): Html {
  const plans = new Set(cluster.members.map(({plan}) => plan))
  const {tree} = partKeys(context.site)
  return html`<p>In ${count(plans.size, 'plan')}.</p>${table({
    id: `t-k${index + 1}`,
    caption: hidden(html`${cluster.title}: the plans’ words, oldest first`),
    head: headRow(['Plan', 'Its words', 'Strength', 'Target', 'Deadline']),
    body: html`<tbody>${cluster.members.slice(0, membersMost).map((member) => {
      const {plan, unit, text, words = []} = member
      const key = keyOf([tree(plan), unit, text, words, strengthOf(member)])
      rows.push({key, make: () => row(context, member)})
      return later
    })}</tbody>`
  })}${cluster.members.length > membersMost && html`<p class="soft">${figure(cluster.members.length - membersMost)} more in clusters.json.</p>`}`
}

function row(context: Context, member: Member): Html {
  const entry = context.site.planById.get(member.plan)
  const unit = entry?.unitById.get(member.unit)
  return html`<tr><td>${who(entry?.short ?? member.plan.slice(0, 8), entry?.side ?? '')}</td><th scope="row"><span class="said" dir="auto">${markedWords(member.text, [{kind: 'shared-words', text: '', words: member.words ?? []}])}</span> ${chip(context, {plan: member.plan, unit: member.unit, pages: unit?.pages ?? [], of: entry?.short ?? 'the plan'})}</th><td>${strengthMark(strengthOf(member))}</td><td>${stated(unit, 'target')}</td><td>${stated(unit, 'due')}</td></tr>
`
}

function stated(unit: Unit | undefined, field: 'target' | 'due'): Html {
  const found = unit?.[field]
  return found ? said(found) : unsaid('not stated')
}
