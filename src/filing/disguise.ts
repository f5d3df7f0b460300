/**
 * Signs that turn the direction of the text around them (https://www.unicode.org/reports/tr9/#Directional_Formatting_Characters):
 * nothing of them is printed, and a text that holds them is shown as another than it is.
 */
const turning = /[\u061c\u200e\u200f\u202a-\u202e\u2066-\u2069]/g;

/** What is drawn where a character cannot be. */
const replacement = '\ufffd';

/** The text with every sign that turns it around made visible, character for character. */
export const undisguised = (text: string): string => text.replace(turning, replacement);

/** A name for people: no control characters, nothing that turns it around. */
export const nameForPeople = (name: string): string => undisguised(name).replace(/\p{Cc}|\p{Cs}/gu, replacement);
