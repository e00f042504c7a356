import { api, sentence, type CohortPage } from '$lib/api/index.ts';

export class Cohort {
  page = $state.raw<CohortPage | null>(null);
  trouble = $state<string | null>(null);

  async load(): Promise<void> {
    try {
      this.page = await api.cohort();
      this.trouble = null;
    } catch (error) {
      this.trouble = sentence(error);
    }
  }
}
