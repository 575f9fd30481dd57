import { renderSVG } from 'uqr'
import { fill } from '../../language/fill.ts'
import { button, make } from '../dom.ts'
import { copyText, deckAddress, type PartContext } from '../part.ts'
import { titleOf } from '../view.ts'

/** What another site writes to show a slide: 16 to 9. An element that is in no page loads nothing. */
const frameCode = (address: string, title: string): string =>
  make('iframe', {
    ...{ src: `${address}embed/`, title, width: '960', height: '540' },
    ...{ frameborder: '0', loading: 'lazy', allowfullscreen: '' },
  }).outerHTML

function qrCode(address: string, label: string): Node {
  const svg = new DOMParser().parseFromString(renderSVG(address, { ecc: 'M', border: 2 }), 'image/svg+xml')
  const code = document.importNode(svg.documentElement, true)
  code.setAttribute('role', 'img')
  code.setAttribute('aria-label', label)
  return code
}

/** Opens the address of the slide in sight, to be copied, as QR code and as a frame. */
export function openShare(context: PartContext): void {
  const { view, words, data } = context
  const { share } = words
  const slide = view.current()
  const address = new URL(slide ? `${slide.id}/` : './', deckAddress()).href
  const title = (slide && titleOf(slide)) || data.title
  const field = make('input', { type: 'text', readonly: '', 'aria-label': share.address })
  field.value = address
  const close = button('×', () => dialog.close(), { class: 'qd-close', 'aria-label': share.close })
  const dialog = make(
    'dialog',
    { class: 'qd-dialog', 'aria-labelledby': 'qd-share-title' },
    make(
      'div',
      { class: 'qd-share' },
      make('h2', { id: 'qd-share-title' }, share.title),
      field,
      make(
        'div',
        { class: 'qd-actions' },
        button(share.copy, () => void copyText(address, share.linkCopied, context)),
        button(share.code, () => void copyText(frameCode(address, title), share.codeCopied, context)),
        make('a', { href: './downloads/' }, share.downloads),
      ),
      qrCode(address, fill(share.qr, { address })),
      close,
    ),
  )
  dialog.addEventListener('close', () => dialog.remove())
  dialog.addEventListener('click', (event) => event.target === dialog && dialog.close())
  document.body.append(dialog)
  dialog.showModal()
  field.select()
}
