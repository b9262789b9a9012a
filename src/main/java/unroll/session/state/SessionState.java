package unroll.session.state;

import org.jspecify.annotations.Nullable;
import unroll.message.ProblemException;
import unroll.message.Reason;
import unroll.session.data.Dataset;
import unroll.session.data.OpenedFiles;
import unroll.session.data.ShortText;
import unroll.session.model.ModelBacking;
import unroll.session.race.CurrentRace;
import unroll.session.race.RaceStatus;
import unroll.session.run.Phase;
import unroll.session.run.Run;
import unroll.session.run.RunProgress;
import unroll.settings.Settings;

/**
 * What the session holds at one moment. Immutable; {@link SessionStore} has the present one.
 *
 * @param opened the text and the pairs that are open
 * @param shortText what became of batch and window when the text was opened
 * @param nextSettings what the next model will be made from
 * @param model the present model, or null
 * @param race the present race, or the last one; while it is running the model is not
 * @param earlierRuns that gave way to others
 * @param starter a model that ships with the program, where it has been read; otherwise null
 * @param dataset what the present model learns from, or the next one would; null where it has not been made
 */
public record SessionState(
        OpenedFiles opened,
        ShortText shortText,
        Settings nextSettings,
        @Nullable Model model,
        CurrentRace race,
        EarlierRuns earlierRuns,
        @Nullable StarterModel starter,
        @Nullable Dataset dataset) {
    static final SessionState EMPTY = new SessionState(
            OpenedFiles.NONE, ShortText.NONE, Settings.DEFAULT, null, CurrentRace.NONE, EarlierRuns.NONE, null, null);

    public SessionState {
        if (model != null
                && model.progress().phase() == Phase.RUNNING
                && race.state() == RaceStatus.RaceState.RUNNING) {
            throw new IllegalArgumentException("A model and a race cannot be trained at the same time.");
        }
    }

    /**
     * The model to write with, to save or to change.
     *
     * @throws ProblemException where there is none
     */
    public Model presentModel() {
        if (model == null) {
            throw Reason.NO_MODEL.exception();
        }
        return model;
    }

    /** What the present model was made from, or the next one will be. */
    public Settings settings() {
        return model == null ? nextSettings : model.settings();
    }

    /** Where the run of the model stands; ready, where there is none. */
    public RunProgress progress() {
        return model == null ? RunProgress.untrained(nextSettings) : model.progress();
    }

    /** The model, where its data are missing; otherwise null. */
    public Model.@Nullable ReadOnly readOnly() {
        return model != null && model.backing() instanceof Model.ReadOnly readOnly ? readOnly : null;
    }

    /** The run of the model, where it can be trained; otherwise null. */
    public @Nullable Run run() {
        return model != null && model.backing() instanceof Run run ? run : null;
    }

    /** The starter, where it can be looked into because there is no model yet and its text is open; otherwise null. */
    public @Nullable StarterModel presentStarter() {
        return starter != null && starter.isFor(this) ? starter : null;
    }

    /**
     * Tells models apart: the same object for as long as the present model is there, or one that is looked into in its place; null
     * where there is neither.
     */
    public @Nullable Object modelIdentity() {
        return model == null ? presentStarter() : model.backing();
    }

    /** Whether data that were made for this state fit another one. */
    boolean hasSameData(SessionState other) {
        return opened == other.opened
                && shortText == other.shortText
                && readOnly() == other.readOnly()
                && nextSettings.equals(other.nextSettings);
    }

    /** Whether this is what stands behind the present model. */
    public boolean has(ModelBacking backing) {
        return model != null && model.backing() == backing;
    }

    /** With other data, the settings that fit them, and no model. */
    public SessionState withData(OpenedFiles files, ShortText fit, Settings settings) {
        return new SessionState(files, fit, settings, null, race, earlierRuns, starter, dataset);
    }

    public SessionState withNextSettings(Settings value) {
        return new SessionState(opened, shortText, value, model, race, earlierRuns, starter, dataset);
    }

    public SessionState withModel(@Nullable Model value) {
        return new SessionState(opened, shortText, nextSettings, value, race, earlierRuns, starter, dataset);
    }

    public SessionState withRace(CurrentRace value) {
        return new SessionState(opened, shortText, nextSettings, model, value, earlierRuns, starter, dataset);
    }

    public SessionState withEarlierRuns(EarlierRuns value) {
        return new SessionState(opened, shortText, nextSettings, model, race, value, starter, dataset);
    }

    public SessionState withStarter(StarterModel value) {
        return new SessionState(opened, shortText, nextSettings, model, race, earlierRuns, value, dataset);
    }

    SessionState withDataset(@Nullable Dataset value) {
        return new SessionState(opened, shortText, nextSettings, model, race, earlierRuns, starter, value);
    }
}
