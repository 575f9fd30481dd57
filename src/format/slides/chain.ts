import { type Block, type Group, type Inline, textsIn } from '../../model/content.ts'

/** How a chain of steps is set, in pixels; the theme has the same. */
export interface ChainLook {
  readonly link: number // height of a link
  readonly step: number // size of its name
  readonly picture: number
  readonly around: number // above and below the picture
  readonly name: number // size of a heading
  readonly text: number
}

const usual: ChainLook = { link: 88, step: 36, picture: 136, around: 28, name: 34, text: 30 }

/** By the class that a chain gets: with steps of two lines; and where nothing stands under its links, and their words are few. */
const looks: Readonly<Record<ChainClass, ChainLook>> = {
  high: { ...usual, link: 112 },
  roomy: { link: 112, step: 44, picture: 216, around: 40, name: 42, text: 36 },
}

/** The class of a chain whose links have nothing under them. */
export const chainAlone = 'alone'

export type ChainClass = 'high' | 'roomy'

/** The look of a chain by the class that it has. */
export const chainLook = (name?: ChainClass): ChainLook => (name ? looks[name] : usual)

/** What all chains have in common: between links, a link's point, how far it reaches into the next, what its name leaves free at the left (of the first link) and right, how tight its lines are; the row of those that serve along all of it. */
export const chain = {
  gap: 40,
  point: 32,
  reach: 36,
  inset: 48,
  first: 32,
  end: 40,
  line: 1.1,
  under: 8,
  row: 48,
  above: 36,
}

/** Lines that a link's name may take. */
export const mostStepLines = 2

/** Whether a card is a link of the chain: its heading begins with its step, in italics. */
export const isLink = ({ heading: { runs } }: Pick<Group, 'heading'>): boolean => runs[0]?.emphasis === true

/** The step that a heading names, and what else it says. */
export function stepAndName({ heading: { runs } }: Pick<Group, 'heading'>): {
  readonly step: readonly Inline[]
  readonly name: readonly Inline[]
} {
  const until = runs.findIndex(({ emphasis }) => !emphasis)
  const at = until < 0 ? runs.length : until
  return { step: runs.slice(0, at), name: runs.slice(at) }
}

/** Whether words begin with a picture that stands by itself. */
export function isLedByPicture([first]: readonly Block[]): boolean {
  const [text] = first ? textsIn([first]) : []
  return first?.kind === 'paragraph' && text?.runs.every(({ kind }) => kind === 'picture') === true
}
