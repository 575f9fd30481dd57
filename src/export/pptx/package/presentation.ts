import type { DeckLook } from '../look.ts'
import { levelsXml } from './master.ts'
import { notesSize } from './notes.ts'
import { declaration, element, namespaces, written } from './xml.ts'

const root = `xmlns:a="${namespaces.drawing}" xmlns:r="${namespaces.relations}" xmlns:p="${namespaces.slides}"`

interface SectionEntry {
  readonly title: string
  readonly slides: readonly number[] // ids of slides
}

/** Ids of sections are of the form of GUIDs, counted. */
const sectionId = (index: number): string =>
  `{00000000-0000-4000-8000-${(index + 1).toString(16).padStart(12, '0').toUpperCase()}}`

function sectionsXml(sections: readonly SectionEntry[]): string {
  if (sections.length === 0) return ''
  const list = sections.map(({ title, slides }, index) => {
    const ids = slides.map((id) => `<p14:sldId id="${id}"/>`).join('')
    return `<p14:section name="${written(title)}" id="${sectionId(index)}"><p14:sldIdLst>${ids}</p14:sldIdLst></p14:section>`
  })
  return `<p:extLst><p:ext uri="{521415D9-36F7-43E2-AB2F-B90AF26B5E84}"><p14:sectionLst xmlns:p14="http://schemas.microsoft.com/office/powerpoint/2010/main">${list.join('')}</p14:sectionLst></p:ext></p:extLst>`
}

export function presentationXml(
  {
    master,
    notesMaster,
    slides,
    sections,
  }: {
    readonly master: string
    readonly notesMaster: string | undefined
    readonly slides: readonly { readonly id: number; readonly relation: string }[]
    readonly sections: readonly SectionEntry[]
  },
  look: DeckLook,
): string {
  const list = slides.map(({ id, relation }) => element('p:sldId', { id, 'r:id': relation })).join('')
  const notes = notesMaster ? `<p:notesMasterIdLst><p:notesMasterId r:id="${notesMaster}"/></p:notesMasterIdLst>` : ''
  return `${declaration}<p:presentation ${root} saveSubsetFonts="1"><p:sldMasterIdLst><p:sldMasterId id="2147483648" r:id="${master}"/></p:sldMasterIdLst>${notes}<p:sldIdLst>${list}</p:sldIdLst><p:sldSz cx="12192000" cy="6858000"/><p:notesSz cx="${notesSize.width}" cy="${notesSize.height}"/><p:defaultTextStyle>${levelsXml(look, 28)}</p:defaultTextStyle>${sectionsXml(sections)}</p:presentation>`
}

export const presentationProperties = `${declaration}<p:presentationPr ${root}/>`
export const tableStyles = `${declaration}<a:tblStyleLst xmlns:a="${namespaces.drawing}" def="{5C22544A-7EE6-4342-B048-85BDC9FD1C3A}"/>`

/** Title, language and day: no author, no program, no clock. */
export function coreProperties({
  title,
  language,
  date,
}: {
  readonly title: string
  readonly language: string
  readonly date: string
}): string {
  const time = (name: string): string =>
    `<dcterms:${name} xsi:type="dcterms:W3CDTF">${date}T00:00:00Z</dcterms:${name}>`
  return `${declaration}<cp:coreProperties xmlns:cp="${namespaces.packages}/metadata/core-properties" xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:dcterms="http://purl.org/dc/terms/" xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance"><dc:title>${written(title)}</dc:title><dc:language>${written(language)}</dc:language>${time('created')}${time('modified')}</cp:coreProperties>`
}
