import { loadModule } from '../modules.ts'
import { closeLayers, type Part, sayNotLoaded } from '../part.ts'

/** In a site: passes the slide on (key A): its link, a QR code, code for a frame. */
export const share: Part = {
  id: 'share',
  init(context) {
    const { words, commands } = context
    const run = (): void => {
      closeLayers(context)
      const opens = loadModule(() => import('../dialogs/share-dialog.ts')).then(({ openShare }) => openShare(context))
      opens.catch(() => sayNotLoaded(context))
    }
    commands.push({ id: 'share', title: words.commands.share, keys: ['u'], run })
    return undefined
  },
}
