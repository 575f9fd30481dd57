/** Both ends of the speaker's window, in one file of the page: a third that both imported could not be asked for again under another address. */
export { speaker } from '../parts/speaker.ts'
export { speakerWindow } from './speaker-window.ts'
