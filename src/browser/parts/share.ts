import { loadModule } from '../modules.ts'
import { closeLayers, offer, type Part, sayNotLoaded } from '../part.ts'

/** In a site: passes the slide on (key A): its link, a QR code, code for a frame. */
export const share: Part = {
  id: 'share',
  init(context) {
    const run = (): void => {
      closeLayers(context)
      const opens = loadModule(() => import('../dialogs/share-dialog.ts')).then(({ openShare }) => openShare(context))
      opens.catch(() => sayNotLoaded(context))
    }
    offer(context, 'share', run)
    return undefined
  },
}
