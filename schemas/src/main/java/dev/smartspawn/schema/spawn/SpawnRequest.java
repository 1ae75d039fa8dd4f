package dev.smartspawn.schema.spawn;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonIgnore;
import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.databind.JsonNode;
import dev.smartspawn.schema.attachment.AttachmentBytes;
import dev.smartspawn.schema.attachment.AttachmentMissingException;
import dev.smartspawn.schema.chat.ChatMessage;
import dev.smartspawn.schema.chat.ChatMessages;
import dev.smartspawn.schema.chat.ChatParameters;
import dev.smartspawn.schema.chat.ContentPart;
import dev.smartspawn.schema.chat.ContentSource.Stored;
import dev.smartspawn.schema.chat.StoredContent;
import dev.smartspawn.schema.enriched.CanonicalId;
import dev.smartspawn.schema.enriched.Category;
import dev.smartspawn.schema.format.ResponseFormat;
import dev.smartspawn.schema.media.UnusableMediaException;
import dev.smartspawn.schema.money.Usd;
import dev.smartspawn.schema.privacy.PrivacyRule;
import dev.smartspawn.schema.question.Budget;
import dev.smartspawn.schema.question.Capability;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A request to have a task done. Either {@code task} or {@code messages} is required; every other
 * field has the default named here.
 *
 * @param task the task; absent if there are messages
 * @param system instructions for the model that come with the task, such as a role to play
 * @param messages a conversation in place of a task; the user's last message is what is asked
 * @param images beside a task: data URLs, https addresses or ids of attachments
 * @param files beside a task: PDF documents and texts, each with its name
 * @param id the id of the spawn; by default made from the idempotency key, or from the record's
 *     position if there is no key
 * @param category the kind of task; by default derived from its text
 * @param mode single by default
 * @param budget medium by default; cascade ignores it and goes from low to high
 * @param collectiveCount the number of models that work in parallel in collective, 3 by default
 * @param label a label for people
 * @param context background of the task, shown to the models and used when they are chosen
 * @param parameters how the models are to write
 * @param requireParameters whether only models are used that take all parameters; otherwise, what a
 *     model does not take is left out, and the result says so
 * @param responseFormat the form that the answer must have; the result then has it as {@code json},
 *     too
 * @param require capabilities a model must have
 * @param minContext the least context in tokens that a model must have
 * @param exclude models not to use
 * @param maxCostUsd the most that all calls together may cost, 1 by default
 * @param timeoutSeconds counted from the moment the request is in the topic, 600 by default
 * @param judgeThreshold in cascade, the lowest score (1 to 10) at which the cheap answer is
 *     accepted, 7 by default
 * @param mergeModel the model that merges in collective; by default the best one
 * @param privacy which providers may see the request; by default the operator's rule alone
 * @param idempotencyKey requests with the same key are the same spawn
 * @param dryRun whether to plan the spawn and estimate its cost without calling a model
 */
public record SpawnRequest(
    @Nullable String task,
    @Nullable String system,
    @JsonInclude(JsonInclude.Include.NON_EMPTY) List<ChatMessage> messages,
    @JsonInclude(JsonInclude.Include.NON_EMPTY) List<ContentPart.Image> images,
    @JsonInclude(JsonInclude.Include.NON_EMPTY) List<ContentPart.File> files,
    @Nullable SpawnId id,
    @Nullable Category category,
    SpawnMode mode,
    Budget budget,
    int collectiveCount,
    @Nullable String label,
    @Nullable String context,
    @Nullable ChatParameters parameters,
    boolean requireParameters,
    @Nullable ResponseFormat responseFormat,
    List<Capability> require,
    int minContext,
    List<CanonicalId> exclude,
    Usd maxCostUsd,
    int timeoutSeconds,
    int judgeThreshold,
    @Nullable CanonicalId mergeModel,
    @Nullable PrivacyRule privacy,
    @Nullable String idempotencyKey,
    boolean dryRun) {

  public SpawnRequest {
    messages = List.copyOf(messages);
    images = List.copyOf(images);
    files = List.copyOf(files);
    require = List.copyOf(require);
    exclude = List.copyOf(exclude);
  }

  /**
   * @throws IllegalArgumentException listing every mistake, each naming the field and what was
   *     expected
   */
  @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
  public static SpawnRequest of(JsonNode json) {
    return SpawnRequestReading.of(json).orElseThrow();
  }

  /** A request with every default. */
  public static SpawnRequest of(String task) {
    return SpawnRequestReading.of(task).orElseThrow();
  }

  /** The requested id, given directly or made from the idempotency key. */
  @JsonIgnore
  public Optional<SpawnId> chosenId() {
    return Optional.ofNullable(id)
        .or(() -> Optional.ofNullable(idempotencyKey).map(SpawnId::ofIdempotencyKey));
  }

  /** The task, or the user's last message. The kind of task is derived from it. */
  @JsonIgnore
  public String asked() {
    return task != null ? task : messages.get(ChatMessages.lastAsked(messages)).content();
  }

  /** Everything else that is said beside what is asked, in order; empty for nothing. */
  @JsonIgnore
  public Optional<String> material() {
    List<String> texts = new ArrayList<>();
    Optional.ofNullable(system).ifPresent(texts::add);
    int asked = ChatMessages.lastAsked(messages);
    for (int i = 0; i < messages.size(); i++) {
      if (i != asked) {
        texts.add(messages.get(i).content());
      }
    }
    Optional.ofNullable(context).ifPresent(texts::add);
    return texts.isEmpty() ? Optional.empty() : Optional.of(String.join("\n\n", texts));
  }

  /** All images and files, in order. */
  @JsonIgnore
  public List<ContentPart> media() {
    List<ContentPart> media = new ArrayList<>(images);
    media.addAll(files);
    messages.forEach(message -> media.addAll(message.media()));
    return media;
  }

  /**
   * The same, with what its attachments are.
   *
   * @throws AttachmentMissingException if an attachment is not wholly there
   * @throws UnusableMediaException if one is not what it is given as, or the request has too much
   */
  public SpawnRequest resolved(AttachmentBytes attachments)
      throws AttachmentMissingException, UnusableMediaException {
    boolean stored = false;
    for (ContentPart part : media()) {
      stored |= part instanceof ContentPart.Image image && image.source() instanceof Stored;
      stored |= part instanceof ContentPart.File file && file.source() instanceof Stored;
    }
    if (!stored) {
      return this;
    }
    StoredContent content = new StoredContent(attachments);
    return new SpawnRequestBuilder(this)
        .images(content.images(images))
        .files(content.files(files))
        .messages(content.messages(messages))
        .build();
  }

  @JsonIgnore
  public ChatParameters parametersOrNone() {
    return parameters == null ? ChatParameters.NONE : parameters;
  }

  @JsonIgnore
  public Duration timeout() {
    return Duration.ofSeconds(timeoutSeconds);
  }
}
