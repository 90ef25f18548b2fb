/** Cells of a CSV text (RFC 4180: quoted cells, doubled quotes, either line end), row by row; rows of empty cells are left out. */
export function csvCells(text: string): string[][] {
  const rows: string[][] = []
  let row: string[] = []
  const plain = text.replace(/^\uFEFF/, '')
  for (const match of plain.matchAll(/("(?:[^"]|"")*"|[^",\r\n]*)(,|\r?\n|$)/g)) {
    const [whole, cell = '', end] = match
    row.push(cell.startsWith('"') ? cell.slice(1, -1).replaceAll('""', '"') : cell)
    if (end !== ',') {
      rows.push(row)
      row = []
    }
    if (end === '' && match.index + whole.length >= plain.length) break
  }
  return rows.filter((each) => each.some((cell) => cell.trim() !== ''))
}

/** The rows of a CSV text by the names in its first line, in lower case; a row that is too short has empty cells. */
export function csvRows(text: string): Record<string, string>[] {
  const [head = [], ...rows] = csvCells(text)
  const names = head.map((name) => name.trim().toLowerCase())
  return rows.map((row) => Object.fromEntries(names.map((name, index) => [name, row[index] ?? ''])))
}
