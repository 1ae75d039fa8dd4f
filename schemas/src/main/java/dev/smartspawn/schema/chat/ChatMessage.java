package dev.smartspawn.schema.chat;

/**
 * One message of a conversation.
 *
 * @param content its text; a request may also give a list of parts, whose texts are joined by line
 *     ends
 */
public record ChatMessage(MessageRole role, String content) {}
