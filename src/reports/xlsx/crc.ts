/** CRC-32 of two texts one after the other from the sums of each, without their bytes: by powers of x modulo the polynomial, as zlib's crc32_combine (M. Adler). */

/** The polynomial of CRC-32, bits reflected. */
const polynomial = 0xedb88320

/** x to the power of 2 to the power of n, modulo the polynomial. */
const powers: number[] = [1 << 30]
for (let n = 1; n < 32; n += 1) powers.push(product(powers[n - 1]!, powers[n - 1]!))

/** `length`: bytes of the second. */
export function joinedCrc(first: number, second: number, length: number): number {
  return (product(shiftOf(length), first) ^ second) >>> 0
}

/** x to the power of 8 * length. */
function shiftOf(length: number): number {
  let shift = 1 << 31
  for (let n = 3, left = length; left > 0; n += 1, left = Math.floor(left / 2))
    if (left % 2 === 1) shift = product(powers[n & 31]!, shift)
  return shift
}

/** a * b modulo the polynomial, bits reflected. */
function product(a: number, b: number): number {
  let sum = 0
  let shifted = b
  for (let bit = 31; bit >= 0; bit -= 1) {
    if ((a >>> bit) & 1) sum ^= shifted
    shifted = shifted & 1 ? (shifted >>> 1) ^ polynomial : shifted >>> 1
  }
  return sum >>> 0
}
