// @ts-check
// Search over the words of words-*.js. Words match from their start; a hit with all words in it beats one with some.
;(() => {
  'use strict'

  /** @typedef {[plan: number, unit: string, type: string, label: string, text: string | number, page: string, near: [number, string][]]} Row */
  /** @typedef {{plans: [number, string, string, string][], rows: Row[]}} Words */

  /** Hits shown at once, and plans above them. */
  const most = 100
  const plansMost = 10

  const form = /** @type {HTMLFormElement | null} */ (document.getElementById('search'))
  const query = /** @type {HTMLInputElement | null} */ (document.getElementById('q'))
  const level = /** @type {HTMLSelectElement | null} */ (document.getElementById('of'))
  const found = document.getElementById('found')
  const hits = document.getElementById('hits')
  if (!form || !query || !level || !found || !hits) return

  /** @type {Map<number, {short: string, path: string, folded: string[]}>} */
  const plans = new Map()
  /** @type {{row: Row, words: string[]}[]} */
  const entries = []
  /** @type {Map<string, string>} */
  const texts = new Map()

  const fold = (/** @type {string} */ text) =>
    text.normalize('NFKD').replace(/\p{M}/gu, '').toLowerCase().match(/[\p{L}\p{N}]+/gu) ?? []

  /**
   * The words of one file, as `search-page.ts` packs them.
   * @param {string} packed
   * @returns {Promise<Words>}
   */
  const unpacked = (packed) => {
    const bytes = Uint8Array.from(atob(packed), (sign) => sign.charCodeAt(0))
    return new Response(new Blob([bytes]).stream().pipeThrough(new DecompressionStream('deflate'))).json()
  }

  const load = async () => {
    const sources = /** @type {{planlensWords?: string[]}} */ (/** @type {unknown} */ (globalThis)).planlensWords ?? []
    for (const {plans: own, rows} of await Promise.all(sources.splice(0).map(unpacked))) {
      for (const [number, short, path, body] of own) plans.set(number, {short, path, folded: fold(`${short} ${body}`)})
      for (const row of rows) {
        // A number stands for the words of that row: versions of a plan say most things alike.
        if (typeof row[4] === 'number') row[4] = /** @type {Row} */ (rows[row[4]])[4]
        const words = String(row[4])
        entries.push({row, words: fold(words)})
        texts.set(`${row[0]}|${row[1]}`, words)
      }
    }
  }

  /**
   * How well the words answer: how many of those asked for are there, whole words counting more than beginnings.
   * @param {string[]} asked
   * @param {string[]} words
   */
  const score = (asked, words) => {
    let sum = 0
    for (const word of asked) {
      if (words.includes(word)) sum += 1
      else if (word.length > 2 && words.some((each) => each.startsWith(word) || (each.length > 4 && word.startsWith(each)))) sum += 0.7
    }
    return sum
  }

  /**
   * @param {string} tag
   * @param {string} text
   * @param {string} [classes]
   */
  const element = (tag, text, classes) => {
    const made = document.createElement(tag)
    made.textContent = text
    if (classes) made.className = classes
    if (classes === 'said') made.dir = 'auto'
    return made
  }

  /**
   * @param {number} plan
   * @param {string} unit
   * @param {string} words
   */
  const link = (plan, unit, words) => {
    const made = /** @type {HTMLAnchorElement} */ (element('a', words, 'page'))
    made.href = `${plans.get(plan)?.path ?? ''}#${encodeURIComponent(unit).replaceAll('%2F', '/')}`
    return made
  }

  let loading = Promise.resolve()
  const show = async () => {
    loading = loading.then(load)
    await loading
    const asked = fold(query.value)
    hits.replaceChildren()
    if (asked.length === 0) {
      found.textContent = ''
      return
    }
    const answers = entries
      .filter(({row}) => level.value === '' || row[2] === level.value)
      .map((entry) => ({entry, points: score(asked, entry.words)}))
      .filter(({points}) => points >= Math.max(0.7, asked.length * 0.5))
      .sort((a, b) => b.points - a.points || a.entry.words.length - b.entry.words.length)
    found.textContent = answers.length === 0 ? 'No words found. Try fewer or shorter words.' : `${answers.length} found${answers.length > most ? `, the best ${most} are shown` : ''}`
    // Plans by their names come first: in a large archive that is how one is found.
    for (const {short, path} of [...plans.values()].filter((plan) => asked.every((word) => plan.folded.some((each) => each.startsWith(word)))).slice(0, plansMost)) {
      const hit = document.createElement('li')
      const to = /** @type {HTMLAnchorElement} */ (element('a', short, 'said'))
      to.href = path
      hit.append(element('span', 'plan ', 'soft'), to)
      hits.append(hit)
    }
    for (const {entry} of answers.slice(0, most)) {
      const [plan, unit, type, label, text, page, near] = entry.row
      const hit = document.createElement('li')
      const head = element('p', '', 'facts')
      head.append(element('span', `${type}${label ? ` ${label}` : ''}`), element('span', plans.get(plan)?.short ?? ''), link(plan, unit, page ? `p. ${page}` : 'see it'))
      hit.append(element('p', String(text), 'said'), head)
      for (const [other, id] of near) {
        const words = texts.get(`${other}|${id}`) ?? ''
        const tie = element('p', '', 'small')
        tie.append(element('span', `near in meaning, ${plans.get(other)?.short ?? ''}: `, 'soft'), element('span', words, 'said'), ' ', link(other, id, 'see it'))
        hit.append(tie)
      }
      hits.append(hit)
    }
  }

  form.addEventListener('submit', (event) => {
    event.preventDefault()
    void show()
  })
  let waiting = 0
  query.addEventListener('input', () => {
    clearTimeout(waiting)
    waiting = window.setTimeout(() => void show(), 150)
  })
  level.addEventListener('change', () => void show())
  addEventListener('load', () => {
    if (query.value) void show()
  })
})()
