/** Text for an element or a quoted attribute. */
export function escapeHtml(text: string): string {
    return text.replace(/[&<>"']/g, (letter) => `&#${letter.charCodeAt(0)};`);
}
