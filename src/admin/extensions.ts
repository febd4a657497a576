/**
 * What of Decap is in the bundle: build.ts puts this module in the place of the one with which decap-cms-app
 * registers everything it has. What depends on the site's settings is registered in boot.ts.
 */
import { ForgejoBackend } from 'decap-cms-backend-forgejo';
import { GitLabBackend } from 'decap-cms-backend-gitlab';
import { DecapCmsCore as CMS } from 'decap-cms-core';
import booleanWidget from 'decap-cms-widget-boolean';
import listWidget from 'decap-cms-widget-list';
import markdownWidget from 'decap-cms-widget-markdown';
import objectWidget from 'decap-cms-widget-object';
import dayjs from 'dayjs';
import 'dayjs/locale/es.js';
import { phrases } from './locale/phrases.ts';

CMS.registerBackend('gitlab', GitLabBackend);
CMS.registerBackend('forgejo', ForgejoBackend);

for (const widget of [booleanWidget, listWidget, markdownWidget, objectWidget]) {
  CMS.registerWidget(widget.Widget());
}

CMS.registerLocale('es', phrases);
// Decap speaks `en` until it has read the configuration, and where that fails.
CMS.registerLocale('en', phrases);
// The board writes dates with this.
dayjs.locale('es');
