// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include <QJsonDocument>
#include <QJsonObject>
#include <QProcess>
#include <QTest>

// What one call of the real anlanctl did.
struct Call {
    int exit = -1;
    QByteArray out;
    QByteArray error;

    // Exactly one JSON object, and nothing else.
    QJsonObject json() const
    {
        QJsonParseError wrong;
        const QJsonDocument document = QJsonDocument::fromJson(out, &wrong);
        if (wrong.error != QJsonParseError::NoError || !document.isObject())
            QTest::qFail("standard output is not one JSON object", __FILE__, __LINE__);
        return document.object();
    }
};

inline Call anlanctl(const QStringList &arguments)
{
    QProcess program;
    program.start(QStringLiteral(ANLANCTL), arguments);
    Call call;
    if (!program.waitForFinished(90'000))
        return call;
    call.exit = program.exitStatus() == QProcess::NormalExit ? program.exitCode() : -2;
    call.out = program.readAllStandardOutput();
    call.error = program.readAllStandardError();
    return call;
}
