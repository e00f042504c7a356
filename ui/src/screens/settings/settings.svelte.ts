import {
  api,
  refused,
  type BackupLine,
  type Exported,
  type Refused,
  type SiteForm,
  type UserLine,
  type VerdictLine,
} from '$lib/api/index.ts';
import { desk } from '../../session.svelte.ts';
import { blankUser } from './settings.ts';

export class Settings {
  users = $state.raw<UserLine[] | null>(null);
  backup = $state.raw<BackupLine | null>(null);
  verdict = $state.raw<VerdictLine | null>(null);
  exported = $state.raw<Exported | null>(null);
  busy = $state('');
  refused = $state<(Refused & { of: string }) | null>(null);
  user = $state(blankUser());
  passphrase = $state({ old: '', new: '', repeated: '' });
  changed = $state(false);
  site = $state<SiteForm>({ name: '', telephone: '', address: '', because: '' });
  siteKept = $state(false);

  /** Why the last attempt at `of` did not work. */
  about(of: string): string | null {
    return this.refused?.of === of ? this.refused.text : null;
  }

  async begin(): Promise<void> {
    await this.run('users', async () => {
      this.users = await api.users();
      this.site = await api.siteDetails();
    });
  }

  async run(of: string, work: () => Promise<void>): Promise<boolean> {
    this.busy = of;
    this.refused = null;
    try {
      await work();
      return true;
    } catch (error) {
      this.refused = { ...refused(error), of };
      return false;
    } finally {
      this.busy = '';
    }
  }

  addUser(): Promise<boolean> {
    return this.run('add-user', async () => {
      await api.addUser($state.snapshot(this.user));
      this.user = blankUser();
      this.users = await api.users();
    });
  }

  retire(login: string): Promise<boolean> {
    return this.run('retire', async () => {
      await api.retireUser(login);
      this.users = await api.users();
    });
  }

  changePassphrase(): Promise<boolean> {
    return this.run('passphrase', async () => {
      await api.changePassphrase({ old: this.passphrase.old, new: this.passphrase.new });
      this.passphrase = { old: '', new: '', repeated: '' };
      this.changed = true;
    });
  }

  correctSite(): Promise<boolean> {
    this.siteKept = false;
    return this.run('site', async () => {
      await api.correctSite($state.snapshot(this.site));
      this.site = await api.siteDetails();
      this.siteKept = true;
      desk.enter(await api.session());
    });
  }

  autoLock(minutes: number): Promise<boolean> {
    return this.run('auto-lock', async () => {
      await api.setAutoLock(minutes);
      desk.enter(await api.session());
    });
  }

  backUp(): Promise<boolean> {
    return this.run('backup', async () => {
      this.backup = await api.backupNow();
    });
  }

  verify(): Promise<boolean> {
    return this.run('verify', async () => {
      this.verdict = await api.verify(true);
    });
  }

  export(): Promise<boolean> {
    return this.run('export', async () => {
      this.exported = await api.export();
    });
  }
}
