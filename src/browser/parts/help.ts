import { loadModule } from '../modules.ts'
import { offer, type Part, sayNotLoaded } from '../part.ts'

/** A dialog that lists the keys (key ? or F1). */
export const help: Part = {
  id: 'help',
  init(context) {
    const run = (): void => {
      const opens = loadModule(() => import('../dialogs/help-dialog.ts')).then(({ openHelp }) => openHelp(context))
      opens.catch(() => sayNotLoaded(context))
    }
    offer(context, 'help', run)
    return undefined
  },
}
