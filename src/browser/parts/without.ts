import { offer, type Part } from '../part.ts'
import { announce } from '../view.ts'
import { flightAsked } from './builds.ts'

/** With and without (key W): the slide that front matter names stands for this one, its marks moving, and the key leads back. */
export const without: Part = {
  id: 'without',
  init(context) {
    const { view, words, say } = context
    if (view.kind !== 'deck') return undefined
    let origin: { readonly id: string; readonly other: string } | undefined
    const run = (): void => {
      const now = view.current()
      const other = now?.dataset.without
      const target = other ?? (now && origin?.other === now.id ? origin.id : undefined)
      if (!now || target === undefined) {
        say(words.said.nothingWithout)
        return
      }
      origin = other === undefined ? undefined : { id: now.id, other }
      announce(view.root, flightAsked)
      view.go(target)
    }
    offer(context, 'without', run)
    return undefined
  },
}
