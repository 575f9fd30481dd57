import { loadModule } from '../modules.ts'
import { closeLayers, type Part, sayNotLoaded } from '../part.ts'

/** Jump to a slide by number, headline or any word on it (key /, G or Ctrl-K). */
export const search: Part = {
  id: 'search',
  init(context) {
    const run = async (): Promise<void> => {
      const { openSearch } = await loadModule(() => import('../dialogs/search-dialog.ts'))
      closeLayers(context)
      openSearch(context)
    }
    context.commands.push({
      id: 'search',
      title: context.words.commands.search,
      keys: ['/', 'g'],
      run: () => void run().catch(() => sayNotLoaded(context)),
    })
    return undefined
  },
}
