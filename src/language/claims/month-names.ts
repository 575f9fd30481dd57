import { formsOf } from './pattern-parts.ts'

/**
 * Months as they stand in typed dates, whatever the language of the deck: long and short names of Unicode CLDR 42. A list, as what
 * Intl knows differs with the Node that runs.
 */
const months = formsOf([
  'januar februar märz april mai juni juli august september oktober november dezember jan feb apr aug sept okt nov dez',
  'janvier février mars avril juin juillet août septembre octobre novembre décembre janv févr avr juil oct déc',
  'enero febrero marzo abril mayo junio julio agosto septiembre octubre noviembre diciembre ene mar abr may jun jul dic',
  'gennaio febbraio aprile maggio giugno luglio settembre ottobre dicembre gen mag giu lug ott',
  'janeiro fevereiro março maio junho julho setembro outubro novembro dezembro fev',
  'januari februari maart mei augustus december mrt sep dec',
  'maj augusti marts desember des',
  'tammikuuta helmikuuta maaliskuuta huhtikuuta toukokuuta kesäkuuta',
  'heinäkuuta elokuuta syyskuuta lokakuuta marraskuuta joulukuuta',
  'stycznia lutego marca kwietnia maja czerwca lipca sierpnia września października listopada grudnia',
  'sty lut kwi cze lip sie wrz paź lis gru',
  'ledna února března dubna května června července srpna září října listopadu prosince',
  'ocak şubat mart nisan mayıs haziran temmuz ağustos eylül ekim kasım aralık oca şub nis haz tem ağu eyl eki kas ara',
  'january february march june july october',
])

/** Short names that are words of English too, so that only a year behind them makes a month of them: "9 out of 10". */
const words = formsOf(['out set ago'])

const known = new Set(months)
const knownWithYear = new Set([...months, ...words])

/** Whether a word behind a day names a month in one of the languages above. */
export const isMonthName = (word: string, hasYear: boolean): boolean =>
  (hasYear ? knownWithYear : known).has(word.toLowerCase())
