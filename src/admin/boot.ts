import CMS from 'decap-cms-app';
import type { CmsBackendClass, CmsConfig } from 'decap-cms-core';
import { collections, isFolder, toCmsConfig, toFormatName } from '../../content-schema/index.ts';
import './admin.css';
import './desk.css';
import './drafts.css';
import './narrow.css';
import './pull-request.css';
import { GitHubBackend } from './backend/github-backend.ts';
import { showConfigError } from './config-error.ts';
import { onEntryChange } from './draft.ts';
import { startDrafts } from './drafts/start-drafts.tsx';
import { registerEditorComponents } from './editor-components/register.ts';
import { toFormatter } from './formats.ts';
import { messages } from './locale/messages.ts';
import { prepareDock } from './notes/dock.ts';
import { cleanPastes } from './paste/on-paste.ts';
import { forgetPendingTags } from './paste/pending-tags.ts';
import { toPreviewTemplates } from './preview/templates.tsx';
import { toPreSave } from './pre-save.ts';
import { watchPublishing } from './publish-status.ts';
import { prepareNewsroom } from './pull-request/newsroom.ts';
import { hideReview } from './review-panel/show-review.tsx';
import { loadSettings, type Settings } from './settings.ts';
import { toSiteKnowledge } from './site-knowledge.ts';
import { catchDrops } from './uploads/on-drop.ts';
import { registerWidgets } from './widgets/register.tsx';

/** Hands Decap everything of ours that depends on the site, and starts it. */
function start(settings: Settings): void {
  document.title = messages.title(settings.siteName);
  for (const collection of Object.values(collections)) {
    CMS.registerCustomFormat(
      toFormatName(collection),
      isFolder(collection) ? 'mdx' : 'yml',
      toFormatter(collection),
    );
  }
  CMS.registerBackend('github', toGitHubBackend(settings));
  registerWidgets(CMS, settings);
  registerEditorComponents(CMS);
  CMS.registerPreviewStyle('/admin/site.css');
  for (const [name, template] of Object.entries(toPreviewTemplates(settings.timeZone))) {
    CMS.registerPreviewTemplate(name, template);
  }
  CMS.registerEventListener({ name: 'preSave', handler: toPreSave(() => toSiteKnowledge(settings)) });
  prepareDock();
  startDrafts();
  onEntryChange(() => {
    hideReview();
    forgetPendingTags();
  });
  cleanPastes(() => toSiteKnowledge(settings));
  catchDrops();
  const newsroom = prepareNewsroom(settings);
  CMS.init({ config: { ...toCmsConfig(settings), ...ownConfig(settings) } });
  if (newsroom !== undefined) watchPublishing(newsroom);
}

/** What the configuration says besides the content: the words of commits, and no mail to Decap's makers. */
const ownConfig = ({ backend, siteUrl }: Settings): Pick<CmsConfig, 'backend' | 'issue_reports'> => ({
  backend: { ...backend, commit_messages: { ...messages.commits, ...backend.commit_messages } },
  issue_reports: { url: siteUrl },
});

/** The class that Decap constructs with its own two arguments. */
const toGitHubBackend = ({ siteName }: Settings): CmsBackendClass =>
  class extends GitHubBackend {
    constructor(...[config, options]: ConstructorParameters<typeof GitHubBackend>) {
      super(config, options, siteName);
    }
  };

loadSettings().then(start, showConfigError);
