#!/usr/bin/env node
import { launch } from './cli/launch.ts';

// No handler for SIGINT: a build is one synchronous stretch of work, so a handler would only delay the
// default, which ends the process at once (130 to the shell) and leaves the old output as it was.
process.exitCode = await launch(process.argv.slice(2));
