/** Saves, as the dev server reports them; never part of a build. */
export type SaveEvent = 'deck:patch' | 'deck:error' | 'deck:clear'

type Listener = (event: SaveEvent, data: unknown) => void

const listeners = new Set<Listener>()
const early: { readonly event: SaveEvent; readonly data: unknown }[] = [] // what came before the page had started

for (const event of ['deck:patch', 'deck:error', 'deck:clear'] as const) {
  import.meta.hot?.on(event, (data: unknown) => {
    if (listeners.size === 0) early.push({ event, data })
    for (const listener of listeners) listener(event, data)
  })
}

/** Asks for what was saved between the serving of the page and now. */
const served = document.querySelector<HTMLMetaElement>('meta[name="quarterdeck-revision"]')?.content
if (served !== undefined) import.meta.hot?.send('deck:ready', { revision: Number(served) })

/** Calls the listener with every save, those included that came early; gives the function that ends it. */
export function followSaves(listener: Listener): () => void {
  listeners.add(listener)
  for (const { event, data } of early.splice(0)) listener(event, data)
  return () => listeners.delete(listener)
}
