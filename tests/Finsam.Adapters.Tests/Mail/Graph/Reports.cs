namespace Finsam.Adapters.Tests.Mail.Graph;

/// <summary>Reports of mail that did not come, as servers write them.</summary>
internal static class Reports
{
    /// <summary>Exchange Online's, with the mail it is about.</summary>
    public static string Exchange(string messageId, string action = "failed", string status = "5.1.10") => $"""
        From: Microsoft Outlook <MicrosoftExchange329e71ec88ae4615bbc36ab6ce41109e@gavleborg.example.org>
        To: rapport@gavleborg.example.org
        Date: Mon, 8 Jan 2024 07:00:10 +0000
        Content-Type: multipart/report; report-type=delivery-status; boundary="yttre"
        Message-ID: <0a1b2c3d-4e5f@AM9PR01MB1234.eurprd01.prod.exchangelabs.com>
        In-Reply-To: <{messageId}>
        References: <{messageId}>
        Subject: Undeliverable: Rapport
        Auto-Submitted: auto-replied
        MIME-Version: 1.0

        --yttre
        Content-Type: text/plain; charset="us-ascii"

        Your message to ekonom@hofors.example.org couldn't be delivered.

        --yttre
        Content-Type: message/delivery-status

        Reporting-MTA: dns;AM9PR01MB1234.eurprd01.prod.exchangelabs.com
        Received-From-MTA: dns;AM9PR01MB1234.eurprd01.prod.exchangelabs.com
        Arrival-Date: Mon, 8 Jan 2024 07:00:05 +0000

        Final-Recipient: rfc822;ekonom@hofors.example.org
        Action: {action}
        Status: {status}
        Diagnostic-Code: smtp;550 {status} Recipient ekonom@hofors.example.org not found by SMTP address lookup

        --yttre
        Content-Type: message/rfc822

        From: rapport@gavleborg.example.org
        To: ekonom@hofors.example.org
        Subject: Rapport
        Message-ID: <{messageId}>
        MIME-Version: 1.0
        Content-Type: text/plain; charset="us-ascii"

        Hej

        --yttre--

        """;

    /// <summary>Postfix's, with the headers of the mail only, and no other mention of it.</summary>
    public static string Postfix(string messageId) => $"""
        From: MAILER-DAEMON@mx.hofors.example.org (Mail Delivery System)
        To: rapport@gavleborg.example.org
        Date: Mon, 8 Jan 2024 08:00:10 +0100
        Subject: Delayed Mail (still being retried)
        Content-Type: multipart/report; report-type=delivery-status;
         boundary="A1B2.123/mx.hofors.example.org"
        Message-Id: <20240108070010.A1B2@mx.hofors.example.org>
        MIME-Version: 1.0

        --A1B2.123/mx.hofors.example.org
        Content-Description: Notification
        Content-Type: text/plain; charset=us-ascii

        YOUR MESSAGE WILL BE RETRIED FOR 4.8 MORE DAYS.

        --A1B2.123/mx.hofors.example.org
        Content-Type: message/delivery-status

        Reporting-MTA: dns; mx.hofors.example.org
        X-Postfix-Queue-ID: A1B2

        Final-Recipient: rfc822; ekonom@hofors.example.org
        Original-Recipient: rfc822;ekonom@hofors.example.org
        Action: delayed
        Status: 4.4.1
        Diagnostic-Code: X-Postfix; connect to hofors.example.org[192.0.2.1]:25:
            Connection timed out

        --A1B2.123/mx.hofors.example.org
        Content-Description: Undelivered Message Headers
        Content-Type: text/rfc822-headers

        From: rapport@gavleborg.example.org
        Message-ID: <{messageId}>
        Subject: Rapport

        --A1B2.123/mx.hofors.example.org--

        """;

    /// <summary>A person's mail to the mailbox, about the mail.</summary>
    public static string Answer(string messageId) => $"""
        From: ekonom@hofors.example.org
        To: rapport@gavleborg.example.org
        Message-ID: <svar@hofors.example.org>
        In-Reply-To: <{messageId}>
        Subject: SV: Rapport
        MIME-Version: 1.0
        Content-Type: text/plain; charset=us-ascii

        Status: 5.1.1 is what I saw.

        """;
}
