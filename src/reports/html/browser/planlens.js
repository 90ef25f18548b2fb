// @ts-check
// Folding, filters, page pictures, decisions. Every page reads and prints without this file: what needs it is `hidden`
// until it runs. A classic script on purpose: browsers load no modules from file://.
;(() => {
  'use strict'

  /**
   * @template {Element} [E=HTMLElement]
   * @param {string} selector
   * @param {ParentNode} [root]
   * @returns {E[]}
   */
  const all = (selector, root = document) => /** @type {E[]} */ ([...root.querySelectorAll(selector)])

  for (const control of all('[data-script]')) control.hidden = false
  const wide = matchMedia('(min-width: 64rem)')
  for (const fold of /** @type {HTMLDetailsElement[]} */ (all('details[data-wide]'))) fold.open = wide.matches

  // Folding: <button data-fold="open|close" data-in="css">
  for (const button of all('button[data-fold]')) {
    button.addEventListener('click', () => {
      const folds = /** @type {HTMLDetailsElement[]} */ (all(`${button.dataset['in']} details`))
      for (const fold of folds) fold.open = button.dataset['fold'] === 'open'
    })
  }

  // A link into a closed fold opens it.
  const reveal = () => {
    const target = document.getElementById(decodeURIComponent(location.hash.slice(1)))
    if (!target) return
    for (let node = /** @type {Element | null} */ (target); node; node = node.parentElement) {
      if (node instanceof HTMLDetailsElement) node.open = true
      for (const fold of node === target ? [...node.children] : []) if (fold instanceof HTMLDetailsElement) fold.open = true
    }
    target.scrollIntoView({block: 'center'})
  }
  addEventListener('hashchange', reveal)
  if (location.hash) reveal()

  // Paper has no folds.
  /** @type {HTMLDetailsElement[]} */
  let closed = []
  addEventListener('beforeprint', () => {
    closed = /** @type {HTMLDetailsElement[]} */ (all('details:not([open])'))
    for (const fold of closed) fold.open = true
  })
  addEventListener('afterprint', () => {
    for (const fold of closed) fold.open = false
  })

  // Page pictures: scroll the panel alone and frame the unit on every page that it stands on.
  const panel = /** @type {HTMLElement | null} */ (document.querySelector('.side.panel > .pages'))
  // The panel opens at the first page that a goal stands on.
  const first = panel?.querySelector('figure:has(.frame:not(.quiet))')
  if (panel && first && getComputedStyle(panel).position === 'sticky')
    panel.scrollTop = first.getBoundingClientRect().top - panel.getBoundingClientRect().top
  const chips = panel ? /** @type {HTMLAnchorElement[]} */ (all('a[href^="#b/"]')) : []
  for (const chip of chips) {
    chip.addEventListener('click', (event) => {
      const frame = document.getElementById(decodeURIComponent(chip.hash.slice(1)))
      if (!frame || !panel || getComputedStyle(panel).position !== 'sticky') return
      event.preventDefault()
      const unit = frame.dataset['unit']
      for (const each of all('.frame', panel)) each.classList.toggle('on', each.dataset['unit'] === unit)
      panel.scrollTop += frame.getBoundingClientRect().top - panel.getBoundingClientRect().top - 90
    })
  }

  /**
   * What an entry is marked with, by itself or by the part of the list that it stands in.
   * @param {HTMLElement} entry
   * @param {string} name
   */
  const marksOf = (entry, name) =>
    (/** @type {HTMLElement | null} */ (entry.closest(`[data-${name}]`))?.dataset[name] ?? '').split(' ')

  // Filters: ticks within a group widen, groups narrow; a group without ticks lets everything through.
  for (const form of /** @type {HTMLFormElement[]} */ (all('form[data-filter]'))) {
    const entries = all(form.dataset['filter'] ?? '')
    const status = document.getElementById(form.dataset['status'] ?? '')
    const apply = () => {
      /** @type {Map<string, Set<string>>} */
      const groups = new Map()
      for (const box of /** @type {HTMLInputElement[]} */ (all('input:checked', form)))
        groups.set(box.name, (groups.get(box.name) ?? new Set()).add(box.value))
      let shown = 0
      for (const entry of entries) {
        const passes = [...groups].every(([name, values]) => marksOf(entry, name).some((value) => values.has(value)))
        entry.hidden = !passes
        if (passes) shown += 1
      }
      if (status) status.textContent = `${shown} of ${entries.length} ${status.dataset['what']} shown`
      for (const empty of all(`[data-empty="${form.dataset['status']}"]`)) empty.hidden = shown > 0
      for (const rule of all('section.rule')) rule.hidden = !rule.querySelector('li:not([hidden])')
    }
    form.addEventListener('change', apply)
    form.addEventListener('reset', () => setTimeout(apply))
    apply()
  }

  // Rows of a long table by the words in them.
  for (const box of /** @type {HTMLInputElement[]} */ (all('input[data-rows]'))) {
    const rows = all('tbody > tr', document.getElementById(box.dataset['rows'] ?? '')?.closest('table') ?? document)
    const told = box.parentElement?.querySelector('output')
    box.addEventListener('input', () => {
      const asked = box.value.toLowerCase().split(/\s+/)
      for (const row of rows) row.hidden = !asked.every((word) => row.textContent?.toLowerCase().includes(word))
      if (told) told.textContent = box.value.trim() ? `${rows.filter((row) => !row.hidden).length} of ${rows.length} shown` : ''
    })
  }

  // Decisions: kept in this browser, saved as a file to pass on.
  const root = /** @type {HTMLElement | null} */ (document.querySelector('[data-decisions]'))
  if (!root) return
  const report = root.dataset['decisions'] ?? ''
  const key = `planlens:${report}`
  const count = document.getElementById('decided')
  const form = /** @type {HTMLTemplateElement | null} */ (document.getElementById('decision'))
  for (const [at, change] of form ? all('.change', root).entries() : []) {
    const made = /** @type {DocumentFragment} */ (form?.content.cloneNode(true))
    const before = change.querySelector('.decided')
    const mark = before instanceof HTMLElement ? before.dataset['mark'] : 'open'
    for (const box of /** @type {HTMLInputElement[]} */ (all('input', made))) {
      box.name = `d-${at + 1}`
      box.checked = box.value === mark
    }
    for (const words of all('legend .hide', made)) words.textContent = `on change ${at + 1}`
    for (const words of /** @type {HTMLTextAreaElement[]} */ (all('textarea', made))) {
      words.ariaLabel = `Note on change ${at + 1}`
      words.defaultValue = before?.querySelector('span')?.textContent ?? ''
    }
    change.append(made)
  }
  /** @typedef {Record<string, {decision: string, note: string}>} Decisions */
  /** @type {Decisions} */
  let kept = {}
  try {
    kept = JSON.parse(localStorage.getItem(key) ?? '{}')
  } catch {
    // Storage may be off: decisions then last as long as the page.
  }
  /** @returns {Decisions} */
  const made = () => {
    /** @type {Decisions} */
    const decisions = {}
    for (const change of all('.change', root)) {
      const chosen = /** @type {HTMLInputElement | null} */ (change.querySelector('.decision input:checked'))
      const note = /** @type {HTMLTextAreaElement | null} */ (change.querySelector('.decision textarea'))
      const decision = chosen?.value ?? 'open'
      const words = note?.value.trim() ?? ''
      if (decision !== 'open' || words) decisions[change.id.slice(2)] = {decision, note: words}
    }
    return decisions
  }
  const tell = () => {
    const decisions = Object.values(made())
    const of = (/** @type {string} */ name) => decisions.filter(({decision}) => decision === name).length
    const open = all('.change', root).length - of('accepted') - of('ignored')
    if (count) count.textContent = `${of('accepted')} accepted, ${of('ignored')} ignored, ${open} open`
  }
  for (const [id, {decision, note}] of Object.entries(kept)) {
    const change = document.getElementById(`c/${id}`)
    if (!change) continue
    for (const box of /** @type {HTMLInputElement[]} */ (all('.decision input', change))) box.checked = box.value === decision
    const words = change.querySelector('textarea')
    if (words) words.value = note
  }
  root.addEventListener('change', () => {
    try {
      localStorage.setItem(key, JSON.stringify(made()))
    } catch {
      // As above.
    }
    tell()
  })
  document.getElementById('save-decisions')?.addEventListener('click', () => {
    const link = document.createElement('a')
    link.href = URL.createObjectURL(new Blob([JSON.stringify({report, decisions: made()}, null, 2)], {type: 'application/json'}))
    link.download = `${report}.decisions.json`
    link.click()
    URL.revokeObjectURL(link.href)
  })
  tell()
})()
