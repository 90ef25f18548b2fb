/** Text as XML 1.0 takes it, in an element or between double quotes. */

/** Signs that XML 1.0 forbids. */
const unprintable = /[\u0000-\u0008\u000b\u000c\u000e-\u001f\ufffe\uffff]/g

/** Escaped; signs that XML forbids become U+FFFD. */
export function xml(text: string): string {
  return text
    .toWellFormed()
    .replace(unprintable, '\ufffd')
    .replace(/&/g, '&amp;')
    .replace(/</g, '&lt;')
    .replace(/>/g, '&gt;')
    .replace(/"/g, '&quot;')
}
