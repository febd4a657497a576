export { type OAuthConfig, OAuthConfigError, readOAuthConfig } from './config.ts';
export { createOAuthHandler, type OAuthHandler } from './handler.ts';
export { toClient } from './limiter.ts';
