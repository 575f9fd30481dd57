import type { Diagnostic } from '../../../model/diagnostic.ts'
import { classesOf } from '../../parse/slides/slide-source.ts'
import { amountsOf } from '../../parse/templates/layout-contract.ts'
import { type Layout, needsOf, rivalClasses } from '../../parse/templates/layouts.ts'
import type { ResolvedSlide } from '../slides/resolved-slide.ts'
import { slideRoom } from '../slides/slide-room.ts'
import { checkAligned } from './drawn/aligned-fit.ts'
import { checkBlocks } from './drawn/blocks-fit.ts'
import { checkChain } from './drawn/chain-fit.ts'

/** What is said of text that a class draws; undefined where none does, for the usual measure. */
export const checkDrawn = (resolved: ResolvedSlide, layout: Layout): readonly Diagnostic[] | undefined =>
  checkAligned(resolved, layout) ?? checkChain(resolved, layout) ?? checkBlocks(resolved, layout)

function withClasses(resolved: ResolvedSlide, classes: string): ResolvedSlide {
  const { parsed } = resolved
  const { source } = parsed
  return { ...resolved, parsed: { ...parsed, source: { ...source, front: { ...source.front, class: classes } } } }
}

/** Whether a slide may have those classes: what it has is as many as they take, and nothing is said of what they draw. */
function isSound(resolved: ResolvedSlide, layout: Layout, classes: string): boolean {
  const { groups } = needsOf(layout, classes) ?? {}
  const { least, most, among } = amountsOf(groups ?? [0, Infinity])
  const { length } = resolved.groups
  const isTaken = among?.includes(length) ?? (length >= least && length <= most)
  if (rivalClasses(layout, classes) || !isTaken) return false
  return (checkDrawn(withClasses(resolved, classes), layout) ?? []).length === 0
}

/** The classes that give a slide's text room: to be written as well, and of its own those to be left out. */
export function roomierClasses(
  resolved: ResolvedSlide,
  layout: Layout,
  fits: (classes: string) => boolean,
): { readonly roomier: readonly string[]; readonly without: readonly string[] } {
  const classes = classesOf(resolved.parsed.source.front)
  const own = slideRoom(resolved, layout, classes).text
  const arranged = own?.groups?.arrange
  // A class with more columns, or that sets groups otherwise, makes another slide of the text, and is no way to make room.
  const reshapes = (name: string): boolean => {
    const own = layout.variants[name]?.text
    return own !== undefined && ((own.columns ?? 1) > (layout.text?.columns ?? 1) || own.groups?.arrange !== arranged)
  }
  const gives = (all: string): boolean => isSound(resolved, layout, all) && fits(all)
  const known = ['dense', ...Object.keys(layout.variants)].filter((name) => !name.includes(' ') && !reshapes(name))
  const names = classes.split(' ').filter(Boolean)
  return {
    roomier: [...new Set(known)].filter((name) => gives(`${name} ${classes}`)),
    without: names.filter((name) => gives(names.filter((other) => other !== name).join(' '))),
  }
}
