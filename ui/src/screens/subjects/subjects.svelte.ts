import { api, sentence, type SubjectLine } from '$lib/api/index.ts';

export class Subjects {
  lines = $state.raw<SubjectLine[] | null>(null);
  trouble = $state<string | null>(null);
  search = $state('');
  state = $state('');
  at = $state(0);
  #asking = 0;

  async load(): Promise<void> {
    this.#asking += 1;
    const asking = this.#asking;
    try {
      const lines = await api.subjects(this.search, this.state);
      if (asking !== this.#asking) return;
      this.lines = lines;
      this.at = 0;
      this.trouble = null;
    } catch (error) {
      this.trouble = sentence(error);
    }
  }
}
