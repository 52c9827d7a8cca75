/** Text for the inside of an element or of a quoted attribute. */
export function escapeHtml(text: string): string {
    return text.replace(/[&<>"']/g, (letter) => `&#${letter.charCodeAt(0)};`);
}
