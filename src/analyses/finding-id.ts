/**
 * A stable id of a finding: rule and a 64-bit FNV-1a hash (Fowler, Noll, Vo) of rule, place and folded words. The second
 * finding with the same words gets '-2', and so on, in the order of the plan.
 */
export function findingId(taken: Map<string, number>, rule: string, where: string, text: string): string {
  const folded = `${rule}|${where}|${text}`
    .toLowerCase()
    .normalize('NFKC')
    .replace(/[^\p{L}\p{N}|]+/gu, ' ')
  const id = `${rule}-${fnv1a(folded)}`
  const count = (taken.get(id) ?? 0) + 1
  taken.set(id, count)
  return count === 1 ? id : `${id}-${count}`
}

function fnv1a(text: string): string {
  let hash = 0xcbf29ce484222325n
  for (const byte of new TextEncoder().encode(text)) hash = BigInt.asUintN(64, (hash ^ BigInt(byte)) * 0x100000001b3n)
  return hash.toString(36)
}
