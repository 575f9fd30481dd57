import { loadModule } from '../modules.ts'
import { closeLayers, offer, type Part, sayNotLoaded } from '../part.ts'

/** Jump to a slide by number, headline or any word on it (key /, G or Ctrl-K). */
export const search: Part = {
  id: 'search',
  init(context) {
    const run = async (): Promise<void> => {
      const { openSearch } = await loadModule(() => import('../dialogs/search-dialog.ts'))
      closeLayers(context)
      openSearch(context)
    }
    offer(context, 'search', () => void run().catch(() => sayNotLoaded(context)))
    return undefined
  },
}
