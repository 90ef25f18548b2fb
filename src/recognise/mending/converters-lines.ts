/** Lines that stand in the document only because a converter set them there: page marks, and brackets that stand for pictures. */
import type {Piece} from '../pieces.ts'

const pageMark = /^page \d{1,4}(?: of \d{1,4})?$/i

const picture =
  /^(?:\((?=[^()]*\)$)|\[(?=[^[\]]*\]$))(?:an? |the )?(?:charts?|diagrams?|figures?|graph(?:ic)?s?|icons?|illustrations?|images?|infographics?|logos?|maps?|photo(?:graph)?s?|pictures?)\b/i

/** '[Chart Data]', '(Image of two boats)'. */
export const standsForPicture = (text: string): boolean => picture.test(text)

/** A heading, or a line in bold, that parts nothing: '# Page 12' between the pages, '## [Chart Data]' where a picture was. */
export function partsNothing({kind, bold, text}: Piece): boolean {
  return (kind === 'heading' || (kind === 'paragraph' && bold)) && (pageMark.test(text) || standsForPicture(text))
}
