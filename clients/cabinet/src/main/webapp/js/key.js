const newKey = () => Array.from(crypto.getRandomValues(new Uint8Array(16)), byte => byte.toString(16).padStart(2, "0")).join("");

/** One key for one wish: whoever presses twice, or again after a lost answer, has it once; another body is another wish. */
export function useKey() {
  let wish = null;
  let key = null;
  return body => {
    const text = JSON.stringify(body);
    if (text !== wish) [wish, key] = [text, newKey()];
    return key;
  };
}
