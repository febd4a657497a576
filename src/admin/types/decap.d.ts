declare module 'decap-cms-widget-*' {
  import type { CmsWidgetControlProps, CmsWidgetParam, CmsWidgetPreviewProps } from 'decap-cms-core';
  import type { ComponentType } from 'react';

  const widget: {
    Widget(options?: Partial<CmsWidgetParam>): CmsWidgetParam;
    controlComponent: ComponentType<CmsWidgetControlProps>;
    previewComponent: ComponentType<CmsWidgetPreviewProps>;
  };
  export default widget;
}

declare module 'decap-cms-backend-gitlab' {
  import type { CmsBackendClass } from 'decap-cms-core';

  export const GitLabBackend: CmsBackendClass;
}

declare module 'decap-cms-backend-forgejo' {
  import type { CmsBackendClass } from 'decap-cms-core';

  export const ForgejoBackend: CmsBackendClass;
}

declare module '*.css';

declare module 'decap-cms-backend-github' {
  export class GitHubBackend {
    authComponent(): unknown;
  }
}
