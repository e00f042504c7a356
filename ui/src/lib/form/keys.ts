// Enter goes on to the next control, as Tab does; in a text of several lines and on a button it keeps its own meaning.
// Units and limits keep their usual value most of the time: Enter passes them by, Tab does not.
const CONTROLS = 'input:not([tabindex="-1"], [data-aside]), select:not([data-aside]), textarea, [data-advance]';

/** Moves the focus on; false when Enter is to do what it does by itself. */
export function advance(event: KeyboardEvent): boolean {
  const from = event.target;
  if (!(from instanceof HTMLElement) || !from.matches('input, select')) return false;
  const all = [...(from.closest('[data-column]') ?? document).querySelectorAll<HTMLElement>(CONTROLS)];
  const group = from instanceof HTMLInputElement && from.type === 'radio' ? from.name : null;
  const later = all.filter((one) => from.compareDocumentPosition(one) & Node.DOCUMENT_POSITION_FOLLOWING);
  const next = later.find(
    (one) => !(group && one instanceof HTMLInputElement && one.name === group) && one.offsetParent !== null,
  );
  (next ? chosenOf(next) : undefined)?.focus();
  if (next instanceof HTMLInputElement && next.type === 'text') next.select();
  return next !== undefined;
}

/** Arriving at a group of radio buttons means arriving at the one that is chosen. */
function chosenOf(control: HTMLElement): HTMLElement {
  if (!(control instanceof HTMLInputElement) || control.type !== 'radio') return control;
  const group = control.closest('[role="radiogroup"], fieldset');
  return group?.querySelector<HTMLElement>('input[type="radio"]:checked') ?? control;
}
