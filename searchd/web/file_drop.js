// A file is chosen by its box, or dropped onto the form around it.

/** Calls `open(file)` for a file that is chosen in `box` or dropped onto `target`; what is dropped elsewhere opens nothing. */
export function takeFiles(box, target, open) {
  box.addEventListener('change', () => {
    const [file] = box.files;
    if (file) open(file);
    box.value = ''; // the same file again, after it was changed
  });
  const brings = (event) => [...(event.dataTransfer?.types ?? [])].includes('Files');
  const show = (on) => target.classList.toggle('drop', on);
  target.addEventListener('dragover', (event) => {
    if (!brings(event)) return;
    event.preventDefault();
    show(true);
  });
  target.addEventListener('dragleave', (event) => {
    if (!target.contains(event.relatedTarget)) show(false);
  });
  target.addEventListener('drop', (event) => {
    show(false);
    if (!brings(event)) return;
    event.preventDefault();
    const [file] = event.dataTransfer.files;
    if (file) open(file);
  });
}
