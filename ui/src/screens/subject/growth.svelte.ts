// Which centile chart is shown; each choice is asked of Rust, which knows the references.
import { api, sentence, type GrowthChart } from '$lib/api/index.ts';

export class Growth {
  chart = $state.raw<GrowthChart | null>(null);
  trouble = $state<string | null>(null);
  #subject: string;
  #asking = 0;

  constructor(subject: string) {
    this.#subject = subject;
  }

  load(): Promise<void> {
    return this.choose({});
  }

  async choose(changed: { index?: string; reference?: string }): Promise<void> {
    this.#asking += 1;
    const asking = this.#asking;
    const { index, reference } = { index: this.chart?.index ?? '', reference: this.chart?.reference ?? '', ...changed };
    try {
      const chart = await api.growthChart({ subject: this.#subject, index, reference });
      // A slower answer to an earlier choice does not replace a newer one.
      if (asking !== this.#asking) return;
      this.chart = chart;
      this.trouble = null;
    } catch (error) {
      if (asking === this.#asking) this.trouble = sentence(error);
    }
  }
}
