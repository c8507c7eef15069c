package io.github.telnyxreactive.cli.internal.command;

import picocli.CommandLine.IVersionProvider;

/** Returns the version in the manifest of the jar. */
public final class ProgramVersion implements IVersionProvider {

    @Override
    public String[] getVersion() {
        String version = ProgramVersion.class.getPackage().getImplementationVersion();
        return new String[] {"telnyx-batch " + (version == null ? "(not packaged)" : version)};
    }
}
