/**
 * A checksum of text (FNV-1a, 32 bits, over UTF-16 units), as 8 hexadecimal digits. It finds text that was cut off or edited
 * by hand. It's no protection against people who mean to forge it.
 */
export function checksum(text: string): string {
    let sum = 0x811c9dc5;
    for (let at = 0; at < text.length; at += 1) sum = Math.imul(sum ^ text.charCodeAt(at), 0x01000193);
    return (sum >>> 0).toString(16).padStart(8, '0');
}
