/** What stands after numbers: unit symbols and currencies, as parts of regular expressions under the `u` flag. */

/** SI Brochure, 9th edition, tables 4, 7 and 8; IEC 80000-13; and what is in daily use beside them. */
const UNIT =
  '(?:(?:da|[QRYZEPTGMkhdcmμµnpf]i?)?(?:m|g|s|A|K|N|J|W|C|V|F|Ω|S|T|H|L|l|t|B|b|Hz|Pa|Wb|lm|lx|Bq|Gy|Sv|mol|cd|kat|eV|bit|bps|Wh|Ah|VA|cal|bar|pc|ppm)|min|h|hr|hrs|sec|km|kmh|ha|in|ft|yd|mi|mph|lb|lbs|oz|gal|px|pt|em|dpi|rpm|dB|pH|mmHg|fps|psi|ppb|°\\s?[CFK])';

/** `km²`, `m/s²`, `kWh/m³`, `°C`. */
export const UNITS = `${UNIT}[⁻⁺]?[²³⁰¹⁴-⁹]*(?:[/·⋅]${UNIT}[⁻⁺]?[²³⁰¹⁴-⁹]*){0,3}`;

/** ISO 4217, the codes of countries' money and of gold and silver. */
export const CURRENCY_CODES =
  'AED|AFN|ALL|AMD|ANG|AOA|ARS|AUD|AWG|AZN|BAM|BBD|BDT|BGN|BHD|BIF|BMD|BND|BOB|BRL|BSD|BTN|BWP|BYN|BZD|CAD|CDF|CHF|CLP|CNY|COP|CRC|CUP|CVE|CZK|DJF|DKK|DOP|DZD|EGP|ERN|ETB|EUR|FJD|FKP|GBP|GEL|GHS|GIP|GMD|GNF|GTQ|GYD|HKD|HNL|HTG|HUF|IDR|ILS|INR|IQD|IRR|ISK|JMD|JOD|JPY|KES|KGS|KHR|KMF|KPW|KRW|KWD|KYD|KZT|LAK|LBP|LKR|LRD|LSL|LYD|MAD|MDL|MGA|MKD|MMK|MNT|MOP|MRU|MUR|MVR|MWK|MXN|MYR|MZN|NAD|NGN|NIO|NOK|NPR|NZD|OMR|PAB|PEN|PGK|PHP|PKR|PLN|PYG|QAR|RON|RSD|RUB|RWF|SAR|SBD|SCR|SDG|SEK|SGD|SHP|SLE|SOS|SRD|SSP|STN|SVC|SYP|SZL|THB|TJS|TMT|TND|TOP|TRY|TTD|TWD|TZS|UAH|UGX|USD|UYU|UZS|VED|VES|VND|VUV|WST|XAF|XAG|XAU|XCD|XCG|XOF|XPF|YER|ZAR|ZMW|ZWG';

/** Signs of currency that have no direction of their own; U+060B and U+FDFC are letters to UAX#9 and stay in order. */
export const CURRENCY_SIGN = '[$¢£¤¥฿\\u20A0-\\u20CF]';
